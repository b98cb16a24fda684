/** A text the fake took. */
export interface SentText {
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly body: string
  readonly statusCallback: string | undefined
}

export interface TwilioCall {
  readonly method: string
  readonly path: string
  readonly status: number
}

/** What may go wrong, so many times. */
export type TwilioFault =
  | { readonly kind: 'stall'; readonly ms: number; readonly times: number }
  | { readonly kind: 'dropAfterAccepting' | 'loseBeforeAccepting' | 'http500' | 'tooMany'; readonly times: number }
  | { readonly kind: 'error'; readonly code: number; readonly httpStatus?: number; readonly times: number }

export interface PostedWebhook {
  readonly status: number
  readonly body: string
}

export interface FakeTwilio {
  readonly url: string
  readonly accountSid: string
  readonly authToken: string
  readonly outbox: readonly SentText[]
  readonly calls: readonly TwilioCall[]
  /** Gives the account a number, with or without an address for what customers write. */
  addNumber(number: string, smsUrl?: string): void
  /** A customer writes to a number of the account. STOP and START keep the list of those who are not written to. */
  customerSends(text: {
    from: string
    to: string
    body?: string
    media?: readonly { url: string; type: string }[]
    more?: Readonly<Record<string, string>>
  }): Promise<PostedWebhook>
  /** Reports what became of a message, to where it asked for it. */
  emitStatus(sid: string, status: string, errorCode?: number): Promise<PostedWebhook>
  /** Posts a form to an address, signed unless told otherwise. */
  post(
    url: string,
    form: Readonly<Record<string, string>>,
    signature?: 'good' | 'wrong' | 'none',
  ): Promise<PostedWebhook>
  misbehave(fault: TwilioFault): void
  close(): Promise<void>
}
