import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { planReceipts } from './plan-receipts.ts'
import type { State } from './state.ts'
import type { KnownTemplate } from './templates/book.ts'
import type { Chat, Persona, SentMessage } from './types.ts'

interface Snapshot {
  chats: Chat[]
  personas: Persona[]
  outbox: (Omit<SentMessage, 'at'> & { at: string })[]
  /** Webhooks that were never answered 200. */
  owed: Owed[]
  templates?: KnownTemplate[]
}

export interface Owed {
  phoneNumberId: string
  messageId: string | null
  body: string
}

const shortestRest = 40
const keptPerChat = 300
const keptSent = 1000

/** Brings the phone back as the file remembers it; a file that cannot be read stops the start with its name. */
export function restore(state: State, file: string): void {
  const snapshot = read(file)
  if (!snapshot) return
  for (const persona of snapshot.personas) state.chats.addPersona(persona)
  for (const chat of snapshot.chats) state.chats.restore(chat)
  for (const saved of snapshot.outbox) {
    const sent = { ...saved, at: new Date(saved.at) }
    state.outbox.push(sent)
    state.sentById.set(sent.id, sent)
  }
  state.owed.push(...snapshot.owed)
  state.templates.restore(snapshot.templates ?? [])
}

/** What the last run still owed this number: webhooks nobody took, receipts that had not left. */
export function resume(state: State, phoneNumberId: string): void {
  const number = state.numbers.get(phoneNumberId)
  if (!number) return
  const mine = state.owed.filter((owed) => owed.phoneNumberId === phoneNumberId)
  for (const owed of mine) {
    state.owed.splice(state.owed.indexOf(owed), 1)
    state.postman.send({ number, payload: Buffer.from(owed.body), messageId: owed.messageId })
  }
  for (const sent of state.outbox) {
    const status = state.chats.message(sent.id)?.message.status
    const waiting = (status === 'accepted' || status === 'sent') && !state.planned.has(sent.id)
    if (sent.phoneNumberId === phoneNumberId && waiting) planReceipts(state, sent)
  }
}

/** Writes the phone to the file shortly after each change; call the answer to write at once and stop. */
export function keep(state: State, file: string): () => void {
  let timer: NodeJS.Timeout | undefined
  let rest = shortestRest
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    const started = performance.now()
    write(file, take(state))
    // However much there is to write, it never takes more than a twentieth of the time.
    rest = Math.max(shortestRest, 20 * (performance.now() - started))
  }
  const soon = () => {
    timer ??= setTimeout(save, rest)
  }
  const stops = (['chat', 'sent', 'webhook', 'person'] as const).map((event) => state.events.on(event, soon))
  return () => {
    for (const stop of stops) stop()
    save()
  }
}

function take(state: State): Snapshot {
  const owed = state.postman.letters.filter((letter) => letter.persistent && !letter.finished)
  return {
    chats: state.chats.all.map((chat) => ({ ...chat, messages: chat.messages.slice(-keptPerChat) })),
    personas: [...state.chats.personas],
    outbox: state.outbox.slice(-keptSent).map((sent) => ({ ...sent, at: sent.at.toISOString() })),
    templates: state.templates.all,
    owed: [...state.owed, ...owed.map(({ phoneNumberId, messageId, body }) => ({ phoneNumberId, messageId, body }))],
  }
}

function read(file: string): Snapshot | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`The phone's chats in ${file} cannot be read. Delete the file to start with an empty phone.`, {
      cause: error,
    })
  }
}

/** First beside the old file, then in its place, so that a crash leaves one of the two whole. */
function write(file: string, snapshot: Snapshot): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(snapshot))
  renameSync(`${file}.new`, file)
}
