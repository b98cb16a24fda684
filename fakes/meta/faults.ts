import type { Fault } from './types.ts'

export type SendFault = Exclude<Fault, { kind: 'duplicate' | 'reorder' }>

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
    return this.#take((fault): fault is SendFault => fault.kind !== 'duplicate' && fault.kind !== 'reorder')
  }

  #take(wanted: (fault: Fault) => boolean): SendFault | undefined {
    const found = this.#active.find(wanted)
    if (found && 'times' in found && found.times !== undefined) {
      const left = found.times - 1
      this.#active = this.#active.flatMap((fault) => {
        if (fault !== found) return [fault]
        return left > 0 ? [{ ...found, times: left }] : []
      })
    }
    return found as SendFault | undefined
  }
}
