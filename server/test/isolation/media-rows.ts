import { everyone, gone, type Row, smuggled } from './row.ts'

/** Files that come with messages and go with them. What links hand out is no matter of workspaces: they are their own permission. */
export const mediaRows: readonly Row[] = [
  {
    route: 'GET /media/:id',
    who: everyone,
    own: (mine) => ({ path: `/media/${mine.mediaId}`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/media/${theirs.mediaId}`, answer: gone }],
  },
  {
    route: 'POST /media/:id/fetch',
    who: everyone,
    own: (mine) => ({ path: `/media/${mine.mediaId}/fetch`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/media/${theirs.mediaId}/fetch`, answer: gone }],
  },
  {
    route: 'POST /media',
    who: everyone,
    own: () => ({ path: '/media?name=prices.txt', body: { cut: 30 }, status: 201 }),
    foreign: (_, theirs) => [{ path: '/media?name=prices.txt', body: smuggled(theirs), answer: [201] }],
  },
]
