/** The business is writing. */
export function TypingBubble({ name }: { name: string }) {
  return (
    <div className="bubble-theirs mt-1 flex w-fit items-center gap-1 bg-bubble-customer px-3.5 py-3">
      <span className="sr-only">{name} is typing</span>
      <span aria-hidden className="typing-dot size-1.5 rounded-full bg-ink-soft" />
      <span aria-hidden className="typing-dot size-1.5 rounded-full bg-ink-soft" />
      <span aria-hidden className="typing-dot size-1.5 rounded-full bg-ink-soft" />
    </div>
  )
}
