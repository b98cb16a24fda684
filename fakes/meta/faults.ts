import type { AccountFault, Fault, MediaFault } from './types.ts'

export type SendFault = Exclude<Fault, { kind: 'duplicate' | 'reorder' } | AccountFault | MediaFault>

const sendKinds: readonly string[] = [
  'stall',
  'dropAfterAccepting',
  'loseBeforeAccepting',
  'error',
  'html',
  'empty',
  'http500',
] satisfies SendFault['kind'][]

/** The ways in which the fake has been told to misbehave, in the order they were asked for, each with its times left. */
export class Faults {
  #active: Fault[] = []

  get active(): readonly Fault[] {
    return this.#active
  }

  add(fault: Fault): void {
    if (fault.kind === 'reorder') this.#active = this.#active.filter((other) => other.kind !== 'reorder')
    if (fault.kind === 'reorder' && !fault.on) return
    this.#active = [...this.#active, { ...fault }]
  }

  clear(): void {
    this.#active = []
  }

  get reorders(): boolean {
    return this.#active.some((fault) => fault.kind === 'reorder')
  }

  takeDuplicate(): boolean {
    return this.#take((fault) => fault.kind === 'duplicate') !== undefined
  }

  takeForSend(): SendFault | undefined {
    return this.#take((fault) => sendKinds.includes(fault.kind)) as SendFault | undefined
  }

  takeMedia(trouble: MediaFault['trouble']): MediaFault | undefined {
    return this.#take((fault) => fault.kind === 'media' && fault.trouble === trouble) as MediaFault | undefined
  }

  /** What is wrong with the account in this way, if anything. */
  ofAccount<Kind extends AccountFault['kind']>(kind: Kind): Extract<AccountFault, { kind: Kind }> | undefined {
    const isIt = (fault: Fault): fault is Extract<AccountFault, { kind: Kind }> => fault.kind === kind
    return this.#active.findLast(isIt)
  }

  hasExpired(token: string | undefined): boolean {
    return this.#active.some(
      (fault) => fault.kind === 'tokenExpired' && token !== undefined && fault.tokens?.includes(token),
    )
  }

  end(kind: AccountFault['kind']): void {
    this.#active = this.#active.filter((fault) => fault.kind !== kind)
  }

  #take(wanted: (fault: Fault) => boolean): Fault | undefined {
    const found = this.#active.find(wanted)
    if (found && 'times' in found && found.times !== undefined) {
      const left = found.times - 1
      this.#active = this.#active.flatMap((fault) => {
        if (fault !== found) return [fault]
        return left > 0 ? [{ ...found, times: left }] : []
      })
    }
    return found
  }
}
