/**
 * Every fact by name, with the particulars of the change. Each module adds its own in its `facts.ts` by declaration
 * merging, so a misspelt fact does not compile and a listener needs no import of the announcer.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Facts {}

export interface Fact {
  readonly tenantId: string
  readonly id: string
  readonly xid: string
  readonly name: string
  readonly subjectId: string
  readonly contactId: string | null
  readonly conversationId: string | null
  readonly details: Record<string, unknown>
  readonly actor: { readonly kind: string; readonly id?: string }
  readonly at: Date
}

/** A place in the log. Everything before it has been seen. */
export interface Position {
  readonly xid: string
  readonly id: string
}
