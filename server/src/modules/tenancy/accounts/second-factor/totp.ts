import { Secret, TOTP } from 'otpauth'

// RFC 6238 as every authenticator speaks it. https://www.rfc-editor.org/rfc/rfc6238
const rules = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Phones' clocks are a little off, and people type slowly. */
const tolerance = 1

/** A new secret, in base32 as authenticators take it when typed by hand. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code says. */
export function uriFor(secret: string, email: string): string {
  return new TOTP({ ...rules, issuer: 'Frontdesk', label: email, secret: Secret.fromBase32(secret) }).toString()
}

/** The period of time a code belongs to, if it is one of the present ones. Counted from 1970. */
export function periodOf(code: string, secret: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const distance = TOTP.validate({
    ...rules,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: tolerance,
  })
  return distance === null ? undefined : TOTP.counter({ period: rules.period, timestamp }) + distance
}
