import type { Context } from '#lib/context'

export interface WebhookRequest {
  /** Path and query as they came. */
  readonly address: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The bytes as they came: signatures are made over these. */
  readonly body: Buffer
}

export interface WebhookAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** A door for providers. It verifies, stores and answers; a 2xx means stored. */
export interface Webhook {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Larger bodies are refused before they are read. */
  readonly bodyLimit: number
  readonly handle: (context: Context, request: WebhookRequest) => Promise<WebhookAnswer>
}
