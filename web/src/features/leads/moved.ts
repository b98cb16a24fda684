import type { InfiniteData } from '@tanstack/react-query'
import type { Lead, LeadCounts, LeadStage, Page } from '../../lib/api-types.ts'

type Pages = InfiniteData<Page<Lead>, string | null>

interface Board {
  from: Pages | undefined
  to: Pages | undefined
  counts: LeadCounts | undefined
}

/** The board after a lead went from one stage to another: it stands where its age puts it, and the counts follow. */
export function moved({ from, to, counts }: Board, lead: Lead, stage: LeadStage): Board {
  const arrived = { ...lead, stage }
  return {
    from: from && withItems(from, (items) => items.filter(({ id }) => id !== lead.id)),
    to: to && {
      ...to,
      pages: to.pages.map((page, at) => (at === 0 ? { ...page, items: inOrder([...page.items, arrived]) } : page)),
    },
    counts: counts && { ...counts, [lead.stage]: Math.max(0, counts[lead.stage] - 1), [stage]: counts[stage] + 1 },
  }
}

function withItems(pages: Pages, change: (items: Lead[]) => Lead[]): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) }
}

/** Newest first, as the server answers. */
function inOrder(leads: Lead[]): Lead[] {
  const seen = new Map(leads.map((lead) => [lead.id, lead]))
  return [...seen.values()].sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
}
