import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  LogController,
} from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { Refusal } from '#lib/refusal'
import { type App, doors, webhooks } from '../app.ts'
import { openOidcRoutes } from './account-oidc-routes.ts'
import { openAccountPageRoutes } from './account-page-routes.ts'
import { openAccountResetRoutes } from './account-reset-routes.ts'
import { openAccountRoutes } from './account-routes.ts'
import { openSecondFactorRoutes } from './account-second-factor-routes.ts'
import { boundStrangersBodies, readJsonBodies, readQuery } from './body.ts'
import { openFileLinks } from './file-links.ts'
import { keepForeignOriginsOut } from './foreign-origins.ts'
import { openHealth } from './health.ts'
import { openInstallation } from './installation.ts'
import { openInvitationRoutes } from './invitation-routes.ts'
import { limitCallers } from './limits.ts'
import { startLiveHub } from './live-hub.ts'
import { openLiveStream } from './live-stream.ts'
import { openMemberDoors } from './member-doors.ts'
import { openMetrics } from './metrics.ts'
import { openWorkspaceRoute } from './open-workspace-route.ts'
import { describeApi } from './openapi/describe-api.ts'
import { openPages } from './pages.ts'
import { renderProblems, sendRefusal } from './problems.ts'
import { openProviderDoors } from './provider-doors.ts'
import { setSafeHeaders } from './safe-headers.ts'
import { boundBodies, boundCallers, type Patience, patience } from './slow-callers.ts'
import { closeUnusedConnections } from './unused-connections.ts'
import { openUploadRoute } from './upload-route.ts'

const bodyLimit = 1_048_576

export interface Extra {
  /** What the phone simulator's page talks to, in a demo. */
  readonly simulator?: FastifyPluginAsync
  /** Shorter waiting times, in a test. */
  readonly patience?: Patience
}

/** The HTTP role: API, webhooks, live stream and web app on one port. Listening is the caller's. */
export async function buildServer(app: App, extra: Extra = {}): Promise<FastifyInstance> {
  const http = Fastify({
    // Its own chatter about listening is said better by the start.
    loggerInstance: app.log.child(
      {},
      { level: app.config.logLevel === 'info' ? 'warn' : app.config.logLevel },
    ) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // Only as many addresses of X-Forwarded-For as proxies added: what stands before those is whatever the caller wrote.
    trustProxy: (_address, hop) => hop < app.config.trustedProxies,
    bodyLimit,
    routerOptions: { querystringParser: readQuery, maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // What can't even be brought to a route, such as an address with half an escape.
    frameworkErrors: (_error, _request, reply) =>
      sendRefusal(reply as FastifyReply, new Refusal('bad_request', 400, 'This address can’t be read.')),
    ...boundCallers(extra.patience ?? patience),
  })
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler((route) => {
    const serialize = serializerCompiler(route as Parameters<typeof serializerCompiler>[0])
    // Nothing is no JSON: an answer without content has no bytes.
    return (data) => (data === null ? '' : serialize(data))
  })
  renderProblems(http)
  refuseNulInAddresses(http)
  readJsonBodies(http)
  boundStrangersBodies(http)
  boundBodies(http, extra.patience ?? patience)
  closeUnusedConnections(http)

  await setSafeHeaders(http, app)
  await keepForeignOriginsOut(http, app)
  const countMember = limitCallers(http, app)
  await describeApi(http, app)
  openMetrics(http)
  openHealth(http, app)

  const hub = await startLiveHub(app)
  http.addHook('onClose', () => hub.stop())
  http.after(() => {
    openProviderDoors(http, app, webhooks)
    openAccountRoutes(http, app)
    openAccountResetRoutes(http, app)
    openAccountPageRoutes(http, app)
    openSecondFactorRoutes(http, app)
    openOidcRoutes(http, app)
    openInvitationRoutes(http, app)
    openWorkspaceRoute(http, app)
    openMemberDoors(http, app, doors, countMember)
    openUploadRoute(http, app, countMember)
    openFileLinks(http, app)
    openLiveStream(http, app, hub)
    openInstallation(http, app, extra)
    if (extra.simulator) http.register(extra.simulator, { prefix: '/simulator/api' })
  })
  await openPages(http, extra)
  return http
}

/** PostgreSQL text holds no NUL, so no path with one can name anything. Query strings have theirs replaced. */
function refuseNulInAddresses(http: FastifyInstance): void {
  http.addHook('onRequest', async (request) => {
    if (request.url.split('?', 1)[0]?.includes('%00'))
      throw new Refusal('bad_request', 400, 'This address can’t be read.')
  })
}
