import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById, Id } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { storableText } from '#lib/storable-text'
import { changeTemplate } from './change.ts'
import { copyTemplate, createTemplate } from './create.ts'
import { Preview, previewTemplate } from './preview.ts'
import { getTemplate, listTemplates } from './queries.ts'
import { resetTemplate } from './reset.ts'
import { submitTemplate } from './submission/submit.ts'
import { syncTemplates } from './submission/sync.ts'
import { categories, Language, Template, TemplateSummary, Variable, Version } from './template.ts'

const tag = 'Templates'

const Title = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'Give it a title.').max(120, 'At most 120 characters.'))
const Name = z.string().trim().describe('Small letters, digits and underscores. It stays.')
const Category = z.enum(categories)
const Variables = z.array(Variable).max(100)
const Versions = z.array(Version).max(100)
const Values = z.record(z.string().max(40), z.string().max(4000))

const NewTemplate = z.object({
  name: Name,
  title: Title,
  category: Category,
  variables: Variables.default([]),
  versions: Versions.min(1, 'Write it in at least one language.'),
})

const TemplateChange = z.object({
  title: Title.optional(),
  category: Category.optional(),
  enabled: z.boolean().optional().describe('false: it is not sent, by nobody.'),
  archived: z.boolean().optional().describe('Not one of Frontdesk’s own.'),
  variables: Variables.optional().describe('Replaces all.'),
  versions: Versions.optional().describe('Those that change.'),
  removeLanguages: z.array(z.string()).optional(),
})

const PreviewWish = z.object({
  language: z.string().optional().describe('The closest there is.'),
  values: Values.optional().describe('Examples stand for those that are left out.'),
  draft: z
    .object({ category: Category.optional(), variables: Variables.optional(), version: Version })
    .optional()
    .describe('Words that are not saved yet.'),
})

const TemplatesQuery = PageQuery.extend({
  category: Category.optional(),
  archived: z.stringbool().optional(),
  q: z.string().trim().min(1).max(120).optional().describe('Part of the title or the name.'),
})

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/templates',
    tag,
    summary: 'The templates, Frontdesk’s own among them, by title',
    query: TemplatesQuery,
    status: 200,
    answer: pageOf(TemplateSummary),
    handle: (tx, { query }) => listTemplates(tx, query),
  }),
  door({
    method: 'POST',
    path: '/templates',
    tag,
    summary: 'Write a template',
    body: NewTemplate,
    status: 201,
    answer: Template,
    handle: async (tx, { body }) => getTemplate(tx, await createTemplate(tx, body)),
  }),
  door({
    method: 'POST',
    path: '/templates/sync',
    tag,
    summary: 'Ask WhatsApp how all templates stand, in the background',
    status: 204,
    handle: (tx) => syncTemplates(tx),
  }),
  door({
    method: 'GET',
    path: '/templates/:id',
    tag,
    summary: 'A template with all it says',
    params: ById,
    status: 200,
    answer: Template,
    handle: (tx, { params }) => getTemplate(tx, params.id),
  }),
  door({
    method: 'PATCH',
    path: '/templates/:id',
    tag,
    summary: 'Change a template, turn it on or off, or archive it',
    params: ById,
    body: TemplateChange,
    status: 200,
    answer: Template,
    async handle(tx, { params, body }) {
      await changeTemplate(tx, params.id, body)
      return getTemplate(tx, params.id)
    },
  }),
  door({
    method: 'POST',
    path: '/templates/:id/copy',
    tag,
    summary: 'Copy a template under another name',
    params: ById,
    body: z.object({ name: Name, title: Title }),
    status: 201,
    answer: Template,
    handle: async (tx, { params, body }) => getTemplate(tx, await copyTemplate(tx, params.id, body)),
  }),
  door({
    method: 'POST',
    path: '/templates/:id/reset',
    tag,
    summary: 'Give one of Frontdesk’s own templates its first words back',
    params: ById,
    status: 200,
    answer: Template,
    async handle(tx, { params }) {
      await resetTemplate(tx, params.id)
      return getTemplate(tx, params.id)
    },
  }),
  door({
    method: 'POST',
    path: '/templates/:id/preview',
    tag,
    summary: 'See a template as its reader gets it, and what is wrong with it; nothing changes',
    params: ById,
    body: PreviewWish,
    status: 200,
    answer: Preview,
    handle: (tx, { params, body }) => previewTemplate(tx, params.id, body),
  }),
  door({
    method: 'POST',
    path: '/templates/:id/submit',
    tag,
    summary: 'Give a template to WhatsApp to be approved, in every language it has words in or in those named',
    params: ById,
    body: z.object({
      languages: z.array(Language).min(1).optional(),
      channelId: Id.optional().describe('Only the account of this number; all accounts, unless named.'),
    }),
    status: 200,
    answer: Template,
    async handle(tx, { params, body }) {
      await submitTemplate(tx, params.id, body)
      return getTemplate(tx, params.id)
    },
  }),
]
