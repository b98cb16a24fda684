import { objectIn, stringIn } from './read-json.ts'
import type { Json } from './types.ts'

/** The words of a message of either side, whatever its kind; null when it has none. */
export function textOf(type: string, message: Json): string | null {
  const content = objectIn(message, type)
  if (type === 'text') return stringIn(content, 'body')
  if (type === 'button') return stringIn(content, 'text')
  if (type !== 'interactive') return stringIn(content, 'caption')
  const reply = objectIn(content, String(content.type))
  return stringIn(reply, 'title') ?? stringIn(objectIn(content, 'body'), 'text')
}
