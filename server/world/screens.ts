import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

const routerFile = new URL('../../web/src/app/router.tsx', import.meta.url)

/**
 * The addresses of all screens, as the router has them: `/w/$slug/inbox/$conversationId`. Those that only send on
 * elsewhere are none.
 */
export async function screenAddresses(): Promise<string[]> {
  const source = await readFile(routerFile, 'utf8')
  const routes = new Map<string, { parent: string; path: string; isScreen: boolean }>()
  for (const [, name = '', route = ''] of source.matchAll(/^const (\w+) = createRoute\((\{.*?\})\)$/gms)) {
    const parent = route.match(/getParentRoute: \(\) => (\w+)/)?.[1] ?? ''
    const path = route.match(/\bpath: '([^']*)'/)?.[1] ?? ''
    const shows = route.includes('component:') || !route.includes('beforeLoad:')
    routes.set(name, { parent, path, isScreen: shows && !isFrame(name, source) })
  }
  const addressOf = (name: string): string => {
    const route = routes.get(name)
    return route ? [addressOf(route.parent), route.path.replace(/^\/|\/$/g, '')].filter(Boolean).join('/') : ''
  }
  return [...routes].filter(([, { isScreen }]) => isScreen).map(([name]) => `/${addressOf(name)}`)
}

/** Stands around its children, and is nothing without one of them. */
const isFrame = (name: string, source: string) =>
  new RegExp(`getParentRoute: \\(\\) => ${name},\\s+path: '/',`).test(source)

/** Whether a path is at an address of the router. */
export function isAt(address: string, path: string): boolean {
  return new RegExp(`^${address.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path)
}

/**
 * Goes from page to page by the links on them, to each kind of page once, beginning with those ahead; answers the paths it
 * was sent to.
 */
export async function crawl(
  page: Page,
  { url, ahead }: { url: string; ahead: readonly string[] },
  look: (path: string) => Promise<void>,
): Promise<string[]> {
  const paths = [...ahead]
  const kinds = new Set<string>()
  const seen: string[] = []
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const kind = path.replace(/[0-9a-f-]{36}/, ':id')
    if (kinds.has(kind)) continue
    kinds.add(kind)
    seen.push(path)
    await look(path)
    paths.push(...(await linksOn(page, url)))
  }
  return seen
}

function linksOn(page: Page, url: string): Promise<string[]> {
  return page.$$eval(
    'a[href]',
    (links, origin) =>
      links
        .map((link) => new URL((link as HTMLAnchorElement).href))
        .filter((to) => to.origin === origin && !/^\/(api|files)\//.test(to.pathname))
        .map(({ pathname }) => pathname),
    url,
  )
}

/** What floats above a page comes into it only when somebody asks for it; of several buttons with one name, from the first. */
export async function openMenus(page: Page): Promise<void> {
  const names = await page.$$eval('button[aria-haspopup]', (buttons) =>
    buttons.filter((button) => button.checkVisibility()).map((button) => button.getAttribute('aria-label')),
  )
  for (const name of new Set(names)) {
    const button =
      name === null ? 'button[aria-haspopup]:not([aria-label])' : `button[aria-label=${JSON.stringify(name)}]`
    await page
      .locator(button)
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined)
    await page.keyboard.press('Escape')
  }
}
