import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { auditSearchFrom } from '../features/audit/audit-search.ts'
import { filtersFrom } from '../features/conversations/filters.ts'
import { safeNext } from '../features/tenancy/after-sign-in.ts'
import { NotFound, SomethingBroke } from './dead-ends.tsx'
import { goToWorkspace, readInstallation, requireMe, requireWorkspace } from './doors.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: SomethingBroke })

const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: goToWorkspace })

const nextSearch = (search: Record<string, unknown>): { next?: string } => {
  const next = safeNext(search.next)
  return next ? { next } : {}
}

const problemSearch = ({ problem }: Record<string, unknown>): { problem?: string } =>
  typeof problem === 'string' ? { problem } : {}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>) => ({ ...nextSearch(search), ...problemSearch(search) }),
  loader: readInstallation,
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'SignIn'),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: nextSearch,
  loader: readInstallation,
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'SignUp'),
})

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'Invite'),
})

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'SecondFactor'),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'ForgotPassword'),
})
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password/$token',
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'ResetPassword'),
})
const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email/$token',
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'ConfirmEmail'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  validateSearch: problemSearch,
  loader: ({ location }) => requireMe(location.href),
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'Account'),
})

const newWorkspace = createRoute({
  getParentRoute: () => root,
  path: '/workspaces/new',
  loader: ({ location }) => requireMe(location.href),
  component: lazyRouteComponent(() => import('./door-pages.tsx'), 'NewWorkspace'),
})

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$slug',
  beforeLoad: async ({ location, params }) => {
    await requireMe(location.href)
    await requireWorkspace(params.slug)
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
})

const workspaceHome = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$slug/inbox', params })
  },
})

const inbox = createRoute({
  getParentRoute: () => workspace,
  path: '/inbox',
  validateSearch: filtersFrom,
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
})
const conversation = createRoute({ getParentRoute: () => inbox, path: '$conversationId' })

const contacts = createRoute({
  getParentRoute: () => workspace,
  path: '/contacts',
  component: lazyRouteComponent(() => import('./contacts-page.tsx'), 'ContactsPage'),
})
const contact = createRoute({ getParentRoute: () => contacts, path: '$contactId' })
const newContact = createRoute({ getParentRoute: () => contacts, path: 'new' })

const importing = createRoute({
  getParentRoute: () => workspace,
  path: '/contacts/import',
  component: lazyRouteComponent(() => import('./contacts-files.tsx'), 'ImportPage'),
})
const oneImport = createRoute({ getParentRoute: () => importing, path: '$importId' })
const contactFields = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/contact-fields',
  component: lazyRouteComponent(() => import('./contacts-files.tsx'), 'ContactFields'),
})
const consent = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/consent',
  component: lazyRouteComponent(() => import('./consent-pages.tsx'), 'Consent'),
})
const leads = createRoute({
  getParentRoute: () => workspace,
  path: '/leads',
  component: lazyRouteComponent(() => import('./leads-page.tsx'), 'LeadsPage'),
})

const settings = createRoute({
  getParentRoute: () => workspace,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-home.tsx'), 'SettingsHome'),
})
const channels = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/channels',
  component: lazyRouteComponent(() => import('./channel-pages.tsx'), 'Channels'),
})
const connect = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/channels/new',
  component: lazyRouteComponent(() => import('./channel-pages.tsx'), 'Connect'),
})
const members = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/members',
  component: lazyRouteComponent(() => import('./member-pages.tsx'), 'Members'),
})
const tokens = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/tokens',
  component: lazyRouteComponent(() => import('./token-pages.tsx'), 'Tokens'),
})
const audit = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/audit',
  validateSearch: auditSearchFrom,
  component: lazyRouteComponent(() => import('./audit-pages.tsx'), 'Audit'),
})
const templates = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/templates',
  component: lazyRouteComponent(() => import('./template-pages.tsx'), 'Templates'),
})
const template = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/templates/$templateId',
  component: lazyRouteComponent(() => import('./template-pages.tsx'), 'OneTemplate'),
})
const labels = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/labels',
  component: lazyRouteComponent(() => import('./label-pages.tsx'), 'Labels'),
})
const savedReplies = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/saved-replies',
  component: lazyRouteComponent(() => import('./saved-reply-pages.tsx'), 'SavedReplies'),
})
const automation = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/automation',
  component: lazyRouteComponent(() => import('./automation-pages.tsx'), 'Automation'),
})
const channel = createRoute({
  getParentRoute: () => workspace,
  path: '/settings/channels/$channelId',
  component: lazyRouteComponent(() => import('./channel-pages.tsx'), 'OneChannel'),
})

const tree = root.addChildren([
  home,
  signIn,
  signUp,
  invite,
  secondFactor,
  forgotPassword,
  resetPassword,
  confirmEmail,
  account,
  newWorkspace,
  workspace.addChildren([
    workspaceHome,
    inbox.addChildren([conversation]),
    contacts.addChildren([contact, newContact]),
    importing.addChildren([oneImport]),
    leads,
    contactFields,
    consent,
    settings,
    channels,
    connect,
    channel,
    members,
    templates,
    template,
    labels,
    savedReplies,
    automation,
    tokens,
    audit,
  ]),
])

/** Every page of the dashboard, each with its own chunk. */
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: SomethingBroke,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
