import type { Errand as Leaving } from '#tenancy'
import type { App } from '../app.ts'

/** What somebody who left for another service comes back with. */
export interface Errand extends Leaving {
  readonly next?: string | undefined
  readonly invitationToken?: string | undefined
  /** The account to link, when it is not about signing in. */
  readonly linkFor?: string | undefined
}

const cookie = 'frontdesk.errand'
const path = '/api/v1/auth/oidc'
const seconds = 600

interface Errands {
  /** The `Set-Cookie` that keeps an errand for ten minutes, in this browser alone. */
  keep(errand: Errand): string
  /** The one in this browser, if there is one that holds. */
  find(cookies: string | undefined): Errand | undefined
  forget(): string
}

/** Errands in sealed cookies: nothing of them is kept here, and nobody can read them or make one up. */
export function errandsOf({ clock, publicUrl, sealer }: Pick<App, 'clock' | 'publicUrl' | 'sealer'>): Errands {
  const attributes = `Path=${path}; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`
  return {
    keep(errand) {
      const until = clock.now().getTime() + seconds * 1_000
      const value = sealer.seal({ errand, until }, cookie).toString('base64url')
      return `${cookie}=${value}; Max-Age=${seconds}; ${attributes}`
    },
    find(cookies) {
      const value = cookies?.match(new RegExp(`(?:^|;\\s*)${cookie.replace('.', '\\.')}=([\\w-]+)`))?.[1]
      if (!value) return undefined
      try {
        const kept = sealer.open<{ errand: Errand; until: number }>(Buffer.from(value, 'base64url'), cookie)
        return kept.until > clock.now().getTime() ? kept.errand : undefined
      } catch {
        // Made up, or sealed under another secret.
        return undefined
      }
    },
    forget: () => `${cookie}=; Max-Age=0; ${attributes}`,
  }
}
