import { sha256 } from '#lib/signature'
import { passwordOf } from './password-of.ts'
import type { AccountContext } from './person.ts'
import { ChallengeOver } from './refusals.ts'

interface Challenge {
  readonly personId: string
  readonly until: string
  /** Of the password it was given for: when that is changed, the challenge is over. */
  readonly mark: string
}

const purpose = 'sign-in challenge'
const holds = 10 * 60_000

type Needs = Pick<AccountContext, 'clock' | 'database' | 'sealer'>

/** What somebody who passed the first step brings to the second, within ten minutes. */
export async function challengeFor(context: Needs, personId: string): Promise<string> {
  const challenge: Challenge = {
    personId,
    until: new Date(context.clock.now().getTime() + holds).toISOString(),
    mark: await markOf(context, personId),
  }
  return context.sealer.seal(challenge, purpose).toString('base64url')
}

/** Whose challenge this is, or `sign_in_again`. */
export async function readChallenge(context: Needs, text: string): Promise<string> {
  const challenge = opened(context, text)
  if (!challenge || new Date(challenge.until) < context.clock.now()) throw new ChallengeOver()
  if (challenge.mark !== (await markOf(context, challenge.personId))) throw new ChallengeOver()
  return challenge.personId
}

function opened({ sealer }: Needs, text: string): Challenge | undefined {
  try {
    return sealer.open<Challenge>(Buffer.from(text, 'base64url'), purpose)
  } catch {
    // Made up, or sealed under another secret.
    return undefined
  }
}

async function markOf({ database }: Needs, personId: string): Promise<string> {
  const hash = await passwordOf(database.app, personId)
  return sha256(hash ?? '')
    .toString('base64url')
    .slice(0, 22)
}
