import { useEffect, useRef, useState } from 'react'
import { SearchBox } from '../../../ui/search-box.tsx'

interface SearchFilterProps {
  asked: string
  onSearch: (q: string) => void
}

const pause = 250

/** What is typed is in the box at once, and searched for after a short pause. */
export function SearchFilter({ asked, onSearch }: SearchFilterProps) {
  const [typed, setTyped] = useState(asked)
  const sent = useRef(asked)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = text.trim()
      onSearch(sent.current)
    }, pause)
  }

  // A search changed from elsewhere, by the back button or "Clear", is taken over; our own echo is not.
  useEffect(() => {
    if (asked === sent.current) return
    sent.current = asked
    setTyped(asked)
  }, [asked])
  useEffect(() => () => clearTimeout(timer.current), [])

  return <SearchBox label="Search the inbox" value={typed} onChange={type} />
}
