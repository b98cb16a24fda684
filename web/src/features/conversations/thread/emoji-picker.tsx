import { type FormEvent, useState } from 'react'
import { buttonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'

const common = [
  { emoji: '👍', name: 'Thumbs up' },
  { emoji: '❤️', name: 'Heart' },
  { emoji: '😂', name: 'Laughing' },
  { emoji: '😮', name: 'Surprised' },
  { emoji: '😢', name: 'Sad' },
  { emoji: '🙏', name: 'Thank you' },
]

interface EmojiPickerProps {
  /** The one that stands now. */
  current: string | null
  onPick: (emoji: string) => void
}

/** Six emoji at hand, a box for any other, and the way to take back what stands. */
export function EmojiPicker({ current, onPick }: EmojiPickerProps) {
  const [typed, setTyped] = useState('')
  const isEmoji = isOneEmoji(typed.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isEmoji) onPick(typed.trim())
  }
  return (
    <div className="flex flex-col gap-1.5">
      {/* biome-ignore lint/a11y/useSemanticElements: choices, not fields of a form */}
      <div role="group" aria-label="React" className="flex">
        {common.map(({ emoji, name }) => (
          <button
            key={emoji}
            type="button"
            aria-label={name}
            title={name}
            aria-pressed={emoji === current}
            onClick={() => onPick(emoji === current ? '' : emoji)}
            className={cx(
              'flex size-10 items-center justify-center rounded-md text-xl hover:bg-sunken',
              emoji === current && 'bg-accent-wash',
            )}
          >
            {emoji}
          </button>
        ))}
      </div>
      <form onSubmit={submit} className="flex gap-1.5">
        <input
          aria-label="Any emoji"
          placeholder="Any emoji"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={cx(inputClass, 'h-8 min-w-0 flex-1')}
        />
        <button type="submit" disabled={!isEmoji} className={buttonClass('plain', 'small')}>
          React
        </button>
      </form>
      {current && !common.some(({ emoji }) => emoji === current) && (
        <button type="button" onClick={() => onPick('')} className={buttonClass('quiet', 'small')}>
          Take {current} back
        </button>
      )}
    </div>
  )
}

/** True for a single emoji, of any skin, gender and flag. */
export function isOneEmoji(text: string): boolean {
  return /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v.test(text)
}
