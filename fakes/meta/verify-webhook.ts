import { randomInt } from 'node:crypto'

/** Meta's handshake: the URL must give the challenge back, bare, to whoever knows the verify token. */
export async function verifyWebhook(
  url: string,
  verifyToken: string,
): Promise<{ verified: boolean; status: number; body: string }> {
  const challenge = String(randomInt(1e9))
  const asked = new URL(url)
  asked.searchParams.set('hub.mode', 'subscribe')
  asked.searchParams.set('hub.challenge', challenge)
  asked.searchParams.set('hub.verify_token', verifyToken)
  try {
    const response = await fetch(asked, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    const body = await response.text()
    return { verified: response.status === 200 && body === challenge, status: response.status, body }
  } catch (error) {
    return { verified: false, status: 0, body: String(error) }
  }
}
