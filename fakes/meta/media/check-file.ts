import { type GraphError, graphError } from '../graph-error.ts'
import { objectIn } from '../read-json.ts'
import type { State } from '../state.ts'
import type { Json } from '../types.ts'

/** A file that is sent by its id has to be one that was uploaded. */
export function checkFile(state: State, body: Json): GraphError | undefined {
  const { id } = objectIn(body, String(body.type ?? 'text'))
  const isFile = ['image', 'video', 'audio', 'document', 'sticker'].includes(String(body.type))
  if (!isFile || id === undefined) return undefined
  const isKnown = state.shelf.find(String(id))?.by === 'business'
  if (isKnown && !state.faults.takeMedia('lost')) return undefined
  return graphError(131053, 'There is no such media, or it could not be read.')
}
