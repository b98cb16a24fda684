import { type MouseEvent, type ReactNode, useCallback } from 'react'
import { cx } from '../../../ui/cx.ts'
import { useIsSelected } from './selection.ts'

interface RowLinkProps {
  href: string
  conversationId: string
  isOpen: boolean
  onOpen: (conversationId: string) => void
  onApproach: () => void
  children: ReactNode
}

/** A plain link: the router's own would look at every row again on each navigation. */
export function RowLink({ href, conversationId, isOpen, onOpen, onApproach, children }: RowLinkProps) {
  const open = useCallback(
    (event: MouseEvent) => {
      const isForAnotherTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0
      if (isForAnotherTab) return
      event.preventDefault()
      onOpen(conversationId)
    },
    [conversationId, onOpen],
  )
  const isSelected = useIsSelected(conversationId)
  return (
    <a
      href={href}
      data-conversation-row={conversationId}
      data-conversation={conversationId}
      aria-current={isOpen ? 'page' : undefined}
      onClick={open}
      onMouseEnter={onApproach}
      onFocus={onApproach}
      className={cx(
        'flex h-full items-center gap-3 border-b border-line px-4 -outline-offset-2',
        isOpen || isSelected ? 'bg-accent-wash' : 'hover:bg-sunken',
      )}
    >
      {children}
    </a>
  )
}
