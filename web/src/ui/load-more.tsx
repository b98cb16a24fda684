import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'

interface MoreToLoad {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
}

/** The end of what is loaded: coming near it loads the next page. */
export function LoadMore({ query }: { query: MoreToLoad }) {
  const mark = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  const isWanted = hasNextPage && !isFetchingNextPage && !isFetchNextPageError

  useEffect(() => {
    if (!isWanted || !mark.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && fetchNextPage(),
      { root: scrollParent(mark.current), rootMargin: '600px' },
    )
    observer.observe(mark.current)
    return () => observer.disconnect()
  }, [isWanted, fetchNextPage])

  if (!hasNextPage) return null
  return (
    <div ref={mark} className="flex h-14 items-center justify-center text-ink-soft">
      {isFetchNextPageError ? (
        <Button size="small" onClick={() => fetchNextPage()}>
          Load more
        </Button>
      ) : (
        <span role="status">Loading…</span>
      )}
    </div>
  )
}

/** The margin counts only for the box that scrolls. */
function scrollParent(element: Element): Element | null {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  }
  return null
}
