import { type BegunButtons, buttonsOf, written } from './as-content.ts'
import { EditorFrame } from './editor-frame.tsx'
import type { EditorProps } from './editors.ts'
import { HeadingAndSmallPrint } from './heading-and-small-print.tsx'
import { fits, limits, mayStay } from './limits.ts'
import { Line } from './line.tsx'
import { useKept } from './use-kept.ts'

const empty: BegunButtons = { heading: '', text: '', smallPrint: '', titles: [] }

/** A question with up to three buttons to answer it. */
export function ButtonsEditor({ conversationId, onSend, onClose }: EditorProps) {
  const { begun, change, forget } = useKept(`buttons:${conversationId}`, empty)
  const { text, titles } = begun
  const content = { interactive: buttonsOf(begun) }
  const send = () => {
    forget()
    onSend(content)
  }
  const shown = Math.min(written(titles).length + 1, limits.buttons)
  const places = Array.from({ length: Math.max(shown, titles.length) }, (_, no) => titles[no] ?? '')
  return (
    <EditorFrame title="Buttons" content={content} isComplete={isComplete(begun)} onSend={send} onClose={onClose}>
      <Line label="Text" isLong value={text} most={limits.body} onChange={(next) => change({ text: next })} />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="pb-1 text-xs font-medium">Buttons</legend>
        {places.map((title, no) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a button is its place
            key={no}
            isBare
            label={`Button ${no + 1}`}
            placeholder={`Button ${no + 1}`}
            value={title}
            most={limits.button}
            wrong={isRepeated(places, no) ? 'Another button says this.' : null}
            onChange={(next) => change({ titles: places.with(no, next) })}
          />
        ))}
      </fieldset>
      <HeadingAndSmallPrint begun={begun} onChange={change} />
    </EditorFrame>
  )
}

function isComplete({ heading, text, smallPrint, titles }: BegunButtons): boolean {
  const buttons = written(titles)
  return (
    fits(text, limits.body) &&
    mayStay(heading, limits.heading) &&
    mayStay(smallPrint, limits.smallPrint) &&
    buttons.length > 0 &&
    new Set(buttons).size === buttons.length &&
    buttons.every((title) => fits(title, limits.button))
  )
}

function isRepeated(titles: readonly string[], no: number): boolean {
  const title = titles[no]?.trim()
  return Boolean(title) && titles.slice(0, no).some((one) => one.trim() === title)
}
