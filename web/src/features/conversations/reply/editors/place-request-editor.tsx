import { placeRequestOf } from './as-content.ts'
import { EditorFrame } from './editor-frame.tsx'
import type { EditorProps } from './editors.ts'
import { fits, limits } from './limits.ts'
import { Line } from './line.tsx'
import { useKept } from './use-kept.ts'

const empty = { text: 'Where shall we come? Please send us your location.' }

/** Asks the customer for a place, which one tap sends. */
export function PlaceRequestEditor({ conversationId, onSend, onClose }: EditorProps) {
  const { begun, change, forget } = useKept(`place-request:${conversationId}`, empty)
  const content = { interactive: placeRequestOf(begun.text) }
  const send = () => {
    forget()
    onSend(content)
  }
  return (
    <EditorFrame
      title="Ask for a location"
      content={content}
      isComplete={fits(begun.text, limits.body)}
      onSend={send}
      onClose={onClose}
    >
      <Line label="Text" isLong value={begun.text} most={limits.body} onChange={(text) => change({ text })} />
    </EditorFrame>
  )
}
