import { randomUUID } from 'node:crypto'
import type { Events } from './events.ts'
import type { Faults } from './faults.ts'
import type { Poster } from './post.ts'
import { asMetaWritesIt, sign } from './signature.ts'
import { createTurnstile } from './turnstile.ts'
import type { BusinessNumber, WebhookAttempt, WebhookDelivery } from './types.ts'
import type { UnderWay } from './under-way.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
export type Letter = Writable<Omit<WebhookDelivery, 'attempts'>> & {
  readonly attempts: WebhookAttempt[]
  persistent: boolean
}

export interface Posting {
  number: BusinessNumber
  payload: object | Buffer
  messageId?: string | null
  signature?: 'good' | 'wrong' | 'none'
}

/** Hands webhooks over, tries again after growing gaps, and keeps the latest for whoever looks. */
export interface Postman {
  readonly letters: readonly Letter[]
  /** `firstTry` resolves with the first answer, `end` when it was answered 200 or given up. */
  send(posting: Posting): { firstTry: Promise<Letter>; end: Promise<Letter> }
  once(posting: Posting): Promise<Letter>
}

interface Means {
  poster: Poster
  events: Events
  faults: Faults
  underWay: UnderWay
  now: () => Date
  retryGaps: readonly number[]
}

const keptLetters = 500

export function createPostman(means: Means): Postman {
  const letters: Letter[] = []
  const turnstile = createTurnstile(64)

  /** Answers how to try once to hand this letter over. */
  function write(posting: Posting): { letter: Letter; attempt: () => Promise<void> } {
    const bytes = Buffer.isBuffer(posting.payload) ? posting.payload : asMetaWritesIt(posting.payload)
    const letter = writeLetter(posting, bytes, means.now())
    letters.push(letter)
    if (letters.length > keptLetters) letters.shift()
    return { letter, attempt: () => turnstile(() => hand(means, letter, bytes, posting.number.webhookUrl)) }
  }

  async function persist(letter: Letter, attempt: () => Promise<void>): Promise<Letter> {
    for (const gap of means.retryGaps) {
      if (letter.delivered) break
      if (!(await means.underWay.pause(gap))) return letter
      await attempt()
    }
    return finish(means, letter)
  }

  function send(posting: Posting) {
    const { letter, attempt } = write(posting)
    letter.persistent = true
    const copies = means.faults.takeDuplicate() ? 2 : 1
    const firstTry = Promise.all(Array.from({ length: copies }, attempt)).then(() => letter)
    return { firstTry, end: means.underWay.watch(firstTry.then(() => persist(letter, attempt))) }
  }

  async function once(posting: Posting): Promise<Letter> {
    const { letter, attempt } = write(posting)
    await means.underWay.watch(attempt())
    return finish(means, letter)
  }

  return { letters, send, once }
}

function writeLetter(posting: Posting, bytes: Buffer, createdAt: Date): Letter {
  const { number, messageId = null, signature = 'good' } = posting
  const header = { good: sign(bytes, number.appSecret), wrong: sign(bytes, `not ${number.appSecret}`), none: null }
  return {
    id: randomUUID(),
    phoneNumberId: number.phoneNumberId,
    messageId,
    body: bytes.toString(),
    signature: header[signature],
    createdAt,
    attempts: [],
    status: 0,
    delivered: false,
    finished: false,
    persistent: false,
  }
}

async function hand({ poster, events, now }: Means, letter: Letter, bytes: Buffer, url: string): Promise<void> {
  const at = now()
  const started = performance.now()
  const answer = await poster.post(url, headersFor(letter.signature), bytes)
  letter.attempts.push({
    number: letter.attempts.length + 1,
    ...answer,
    at,
    milliseconds: Math.round(performance.now() - started),
  })
  letter.status = answer.status
  letter.delivered ||= answer.status === 200
  events.tell('webhook', letter)
}

function headersFor(signature: string | null): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'facebookexternalua',
    ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
  }
}

function finish({ events }: Means, letter: Letter): Letter {
  letter.finished = true
  events.tell('webhook', letter)
  return letter
}
