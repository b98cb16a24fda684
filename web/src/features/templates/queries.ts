import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, inWorkspace, post } from '../../lib/api.ts'
import type { Page, Template, TemplatePreview, TemplateSummary, TemplateVersion } from '../../lib/api-types.ts'

/** The templates of a workspace, by title. */
export const templatesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'templates', 'list'],
    queryFn: async () => {
      const all: TemplateSummary[] = []
      let cursor: string | null = null
      do {
        const page: Page<TemplateSummary> = await get(inWorkspace(slug, '/templates'), {
          query: { limit: 100, cursor },
        })
        all.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      return all
    },
  })

/** One of them with all it says. */
export const templateQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'templates', 'one', id],
    queryFn: () => get<Template>(inWorkspace(slug, `/templates/${id}`)),
  })

export interface PreviewWish {
  language?: string
  values?: Record<string, string>
  draft?: { variables: Template['variables']; version: TemplateVersion }
}

/** How it reads with these words and values. The one before stays until the next is there. */
export const previewQuery = (slug: string, id: string, wish: PreviewWish) =>
  queryOptions({
    queryKey: ['w', slug, 'templates', 'preview', id, wish],
    queryFn: () => post<TemplatePreview>(inWorkspace(slug, `/templates/${id}/preview`), wish),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
