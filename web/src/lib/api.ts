import type { Problem } from './api-types.ts'

/** The server said no, or could not be reached (status 0); `message` is the sentence for the person. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly fields: Readonly<Record<string, string>>

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'Refused'
    this.status = problem.status
    this.code = problem.code
    this.fields = Object.fromEntries((problem.errors ?? []).map((error) => [error.path, error.message]))
  }
}

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>

interface Call {
  query?: Query
  body?: unknown
  /** Sent as it is instead of a body. */
  file?: Blob
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** GET under /api/v1; throws Refused. */
export const get = <T>(path: string, call?: Call) => request<T>('GET', path, call)
/** POST under /api/v1; throws Refused. */
export const post = <T = void>(path: string, body?: unknown, call?: Call) => request<T>('POST', path, { ...call, body })
/** POST of a file under /api/v1; throws Refused. */
export const postFile = <T>(path: string, file: Blob, call?: Call) => request<T>('POST', path, { ...call, file })
/** PATCH under /api/v1; throws Refused. */
export const patch = <T>(path: string, body: unknown) => request<T>('PATCH', path, { body })
/** DELETE under /api/v1; throws Refused. */
export const remove = (path: string) => request<void>('DELETE', path)

/** The path of something inside a workspace. */
export const inWorkspace = (slug: string, path = '') => `/w/${encodeURIComponent(slug)}${path}`

async function request<T>(method: string, path: string, call: Call = {}): Promise<T> {
  const response = await reach(`/api/v1${path}${search(call.query)}`, {
    method,
    headers: { accept: 'application/json', ...typeOf(call), ...call.headers },
    ...(call.file ? { body: call.file } : call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.signal ? { signal: call.signal } : {}),
  })
  if (!response.ok) throw new Refused(await problemOf(response))
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

function typeOf({ file, body }: Call): Record<string, string> {
  if (file) return { 'content-type': 'text/csv' }
  return body === undefined ? {} : { 'content-type': 'application/json' }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused({
      type: 'about:blank',
      title: 'Unreachable',
      status: 0,
      code: 'unreachable',
      detail: 'Frontdesk can’t be reached right now. Check the connection and try again.',
    })
  }
}

function search(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const each = given.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]),
  )
  const text = new URLSearchParams(each).toString()
  return text ? `?${text}` : ''
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return { ...body, status: response.status }
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'unexpected',
    detail: 'Something went wrong on the server. Try again in a moment.',
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string'
}
