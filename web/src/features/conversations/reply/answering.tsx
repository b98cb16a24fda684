import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Message } from '../../../lib/api-types.ts'

type Quote = (message: Message | null) => void

const Quoted = createContext<Message | null>(null)
const SetQuoted = createContext<Quote>(() => undefined)

/** Lets the thread say which message the composer answers. */
export function AnsweringProvider({ children }: { children: ReactNode }) {
  const [quoted, setQuoted] = useState<Message | null>(null)
  return (
    <SetQuoted value={setQuoted}>
      <Quoted value={quoted}>{children}</Quoted>
    </SetQuoted>
  )
}

/** The message the next reply quotes. */
export const useQuoted = () => useContext(Quoted)

/** Makes the next reply quote a message, or none. */
export const useQuote = () => useContext(SetQuoted)
