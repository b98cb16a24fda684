import { ArrowDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'

interface ScrollerProps {
  /** Changes with every new message. */
  newest: string | undefined
  /** We have just written: then the newest is what one wants to see. */
  isOurs: boolean
  children: ReactNode
}

/**
 * Holds a thread at its newest end. Its axis is reversed, so the distance to the bottom is what the browser keeps:
 * older messages appear above without a jump, new ones appear below when one is there.
 */
export function Scroller({ newest, isOurs, children }: ScrollerProps) {
  const box = useRef<HTMLDivElement>(null)
  const [isAway, setAway] = useState(false)
  const [seen, setSeen] = useState(newest)
  const hasNew = isAway && newest !== seen

  useEffect(() => {
    if (!isAway) setSeen(newest)
    else if (isOurs) toNewest(box.current)
  }, [newest, isAway, isOurs])

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="log"
        aria-label="Conversation"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => setAway(event.currentTarget.scrollTop < -120)}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain motion-safe:scroll-smooth -outline-offset-2"
      >
        <div className="mx-auto w-full max-w-200 px-4 pt-4 pb-3">{children}</div>
      </div>
      {isAway && (
        <button
          type="button"
          onClick={() => toNewest(box.current)}
          className="absolute right-4 bottom-3 inline-flex h-9 items-center gap-2 rounded-full border border-line bg-raised px-3 text-sm font-medium shadow-float hover:bg-sunken"
        >
          <ArrowDown aria-hidden className="size-4" />
          {hasNew ? 'New messages' : 'Newest'}
        </button>
      )}
    </div>
  )
}

function toNewest(box: HTMLElement | null): void {
  box?.scrollTo({ top: 0 })
}
