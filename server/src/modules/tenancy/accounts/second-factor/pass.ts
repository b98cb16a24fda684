import { readChallenge } from '../challenge.ts'
import { type AccountContext, asThemselves } from '../person.ts'
import { ChallengeOver, WrongCode } from '../refusals.ts'
import { holdSecondFactor } from './secret.ts'
import { useCode } from './use-code.ts'

/**
 * Whom a challenge and a code let in; refuses with `wrong_code` at the field, or `sign_in_again`. `guarded` bounds how many
 * codes can be tried for one person.
 */
export async function passSecondFactor(
  context: AccountContext,
  { challenge, code }: { challenge: string; code: string },
  guarded: (personId: string, act: () => Promise<void>) => Promise<void>,
): Promise<string> {
  const personId = await readChallenge(context, challenge)
  await guarded(personId, () => pass(context, personId, code))
  return personId
}

async function pass(context: AccountContext, personId: string, code: string): Promise<void> {
  const isRight = await context.withTenant(asThemselves(context, personId), async (tx) => {
    const held = await holdSecondFactor(tx, context.sealer, personId)
    if (!held?.isOn) throw new ChallengeOver()
    return useCode(tx, personId, held, code)
  })
  if (!isRight) throw new WrongCode()
}
