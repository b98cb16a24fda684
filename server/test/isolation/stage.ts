import type { TestContext } from 'node:test'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import { type Served, serve } from '../../world/serve.ts'
import { type Planted, plant } from './planted.ts'
import { recordRoutes } from './routes.ts'
import type { Wish } from './row.ts'

export interface RawAnswer {
  readonly status: number
  readonly text: string
  /** Without those that differ from one moment to the next. */
  readonly headers: Readonly<Record<string, string>>
}

export interface Stage extends Served {
  readonly meta: FakeMeta
  readonly mine: Planted
  readonly theirs: Planted
  /** Every route of the server, such as `GET /api/v1/me`. */
  readonly routes: readonly string[]
  /** A request as anybody can make it, with its answer down to the byte. */
  knock(
    method: string,
    path: string,
    options?: { token?: string | undefined; body?: object | undefined; file?: string | undefined },
  ): Promise<RawAnswer>
  /** The same, below a workspace. */
  knockAt(slug: string, route: string, wish: Wish, token?: string): Promise<RawAnswer>
}

export const base = '/api/v1/w/:slug'

/** Two workspaces with something of everything behind a real server: `mine` is Salon Rosa, `theirs` is Clinic Nord. */
export async function stage(t: TestContext): Promise<Stage> {
  const meta = await startFakeMeta({ receipts: 'manual' })
  t.after(() => meta.close())
  const recorder = recordRoutes()
  const served = await serve(t, { worker: false, trustedUrls: [meta.url] })
  recorder.stop()
  const mine = await plant(served, served.salon, meta, 'homely', '1')
  const theirs = await plant(served, served.clinic, meta, 'canary', '2')

  const knock: Stage['knock'] = async (method, path, { token, body, file } = {}) => {
    const type = file === undefined ? 'application/json' : 'text/csv'
    const sent = file ?? (body && JSON.stringify(body))
    const response = await fetch(served.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(sent === undefined ? {} : { 'content-type': type }),
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    // A stream never ends by itself.
    const isStream = response.headers.get('content-type') === 'text/event-stream'
    if (isStream) await response.body?.cancel()
    return { status: response.status, text: isStream ? '' : await response.text(), headers: steady(response.headers) }
  }
  return {
    ...served,
    ...{ meta, mine, theirs, routes: recorder.routes, knock },
    knockAt: (slug, route, { path, body, file }, token) =>
      knock(route.split(' ')[0] ?? 'GET', `/api/v1/w/${slug}${path}`, { token, body, file }),
  }
}

function steady(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'date' && !name.startsWith('ratelimit')))
}
