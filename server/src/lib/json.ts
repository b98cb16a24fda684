import { z } from 'zod'

/** A time in an answer: RFC 3339, UTC. */
export const Time = z.iso.datetime()

export function time(at: Date): string
export function time(at: Date | null): string | null
export function time(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

/** An identifier in a path or a body. */
export const Id = z.uuid()
export const ById = z.object({ id: Id })
