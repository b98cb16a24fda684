const key = 'frontdesk:reloaded'
const pause = 10_000

/** After an update the parts of the old page are gone: loads the new one, but never twice in a row. */
export function reloadWhenOutdated(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0)
    if (Date.now() - last < pause) return
    event.preventDefault()
    sessionStorage.setItem(key, String(Date.now()))
    location.reload()
  })
}
