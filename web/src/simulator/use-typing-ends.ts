import { useEffect } from 'react'

const shownFor = 25_500

/** Looks again once "typing" is over: WhatsApp shows it for 25 seconds at most and says nothing when it ends. */
export function useTypingEnds(isTyping: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isTyping) return
    const timer = setTimeout(reload, shownFor)
    return () => clearTimeout(timer)
  }, [isTyping, reload])
}
