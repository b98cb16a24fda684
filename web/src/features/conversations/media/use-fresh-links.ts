import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useSlug } from '../../../lib/use-slug.ts'

/** Links end after some hours; a thread that was open for so long is read again, once, when one turns out to be over. */
export function useFreshLinks(): () => void {
  const client = useQueryClient()
  const slug = useSlug()
  const hasAsked = useRef(false)
  return () => {
    if (hasAsked.current) return
    hasAsked.current = true
    client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'messages'] })
  }
}
