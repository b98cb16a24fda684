import { useEffect } from 'react'

let title = 'Frontdesk'
let waiting = 0

/** Names the page in the browser's tab. */
export function usePageTitle(name: string): void {
  useEffect(() => {
    title = `${name} · Frontdesk`
    show()
  }, [name])
}

/** Puts the number of people waiting before the page's name. */
export function useWaitingInTitle(count: number): void {
  useEffect(() => {
    waiting = count
    show()
    return () => {
      waiting = 0
      show()
    }
  }, [count])
}

function show() {
  document.title = waiting > 0 ? `(${waiting}) ${title}` : title
}
