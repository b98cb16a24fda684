import { type ReactNode, useEffect, useRef } from 'react'

let hasMoved = false
addEventListener('hashchange', () => {
  hasMoved = true
})

/** The heading of a screen. After moving here by a button that is gone, the keyboard goes on from it. */
export function Heading({ className, children }: { className: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasMoved && document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <h2 ref={heading} tabIndex={-1} className={`${className} outline-none`}>
      {children}
    </h2>
  )
}
