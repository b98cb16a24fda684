import type { Json } from '../types.ts'

export type TemplateStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED'

/** One language of a template in one account. */
export interface KnownTemplate {
  readonly id: string
  readonly wabaId: string
  readonly name: string
  readonly language: string
  category: string
  status: TemplateStatus
  rejectedReason: string
  quality: string
  components: Json[]
}

/** The templates of all accounts. */
export class TemplateBook {
  readonly all: KnownTemplate[] = []
  #last = 700_000_000_000_000

  add(template: Omit<KnownTemplate, 'id' | 'rejectedReason' | 'quality'>): KnownTemplate {
    this.#last += 1
    const known = { ...template, id: String(this.#last), rejectedReason: 'NONE', quality: 'UNKNOWN' }
    this.all.push(known)
    return known
  }

  /** As an earlier run left them. */
  restore(templates: readonly KnownTemplate[]): void {
    this.all.push(...templates.map((template) => ({ ...template })))
    this.#last = Math.max(this.#last, ...templates.map(({ id }) => Number(id)))
  }

  find(wabaId: string, name: unknown, language?: unknown): KnownTemplate | undefined {
    return this.all.find(
      (one) => one.wabaId === wabaId && one.name === name && (language === undefined || one.language === language),
    )
  }

  byId(id: string): KnownTemplate | undefined {
    return this.all.find((one) => one.id === id)
  }

  remove(wabaId: string, name: unknown): boolean {
    const gone = this.all.filter((one) => one.wabaId === wabaId && one.name === name)
    for (const one of gone) this.all.splice(this.all.indexOf(one), 1)
    return gone.length > 0
  }
}
