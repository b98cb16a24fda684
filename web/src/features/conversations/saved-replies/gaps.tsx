import type { RefObject } from 'react'
import { gapsIn } from './fill-in.ts'

const words: Record<string, string> = {
  'contact.name': 'the customer’s name',
  'member.name': 'your name',
  'workspace.name': 'the business’s name',
}

/** What has to be filled in before the reply can go out; each leads to its place in the box. */
export function Gaps({ text, box }: { text: string; box: RefObject<HTMLTextAreaElement | null> }) {
  const gaps = gapsIn(text)
  if (gaps.length === 0) return null
  const select = (start: number, end: number) => {
    box.current?.focus()
    box.current?.setSelectionRange(start, end)
  }
  return (
    <p role="status" className="mx-auto flex max-w-200 flex-wrap items-center gap-1.5 px-4 pb-2 text-xs text-amber">
      Fill in before sending:
      {gaps.map(({ start, end, text: braces }) => (
        <button
          key={start}
          type="button"
          onClick={() => select(start, end)}
          className="rounded-sm bg-amber-wash px-1.5 py-0.5 font-medium underline decoration-dotted hover:no-underline"
        >
          {words[braces.slice(2, -2).trim()] ?? braces}
        </button>
      ))}
    </p>
  )
}
