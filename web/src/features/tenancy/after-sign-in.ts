/** The page to return to after signing in; only a path of this site, never another site's address. */
export function safeNext(next: unknown): string | undefined {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return undefined
  return next.startsWith('/sign-') ? undefined : next
}
