import { linkOf } from './as-content.ts'
import { EditorFrame } from './editor-frame.tsx'
import type { EditorProps } from './editors.ts'
import { fits, limits } from './limits.ts'
import { Line } from './line.tsx'
import { useKept } from './use-kept.ts'

const empty = { text: '', title: '', url: '' }

/** A text with a button that opens a page. */
export function LinkEditor({ conversationId, onSend, onClose }: EditorProps) {
  const { begun, change, forget } = useKept(`link:${conversationId}`, empty)
  const { text, title, url } = begun
  const content = { interactive: linkOf(begun) }
  const isPage = isWebAddress(url.trim())
  const isComplete = fits(text, limits.body) && fits(title, limits.button) && fits(url, limits.url) && isPage
  const send = () => {
    forget()
    onSend(content)
  }
  return (
    <EditorFrame title="Link button" content={content} isComplete={isComplete} onSend={send} onClose={onClose}>
      <Line label="Text" isLong value={text} most={limits.body} onChange={(next) => change({ text: next })} />
      <Line label="Button" value={title} most={limits.button} onChange={(next) => change({ title: next })} />
      <Line
        label="Page it opens"
        type="url"
        placeholder="https://"
        value={url}
        most={limits.url}
        wrong={url.trim() && !isPage ? 'Enter a whole web address, beginning with https://.' : null}
        onChange={(next) => change({ url: next })}
      />
    </EditorFrame>
  )
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
