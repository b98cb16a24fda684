import { CloudAlert } from 'lucide-react'
import { Button } from './button.tsx'
import { Empty } from './empty.tsx'

/** A part of the page that could not be loaded; the rest works on. */
export function Broken({ title, error, onRetry }: { title: string; error: Error; onRetry: () => void }) {
  return (
    <div role="alert">
      <Empty icon={CloudAlert} title={title} action={<Button onClick={onRetry}>Try again</Button>}>
        {error.message}
      </Empty>
    </div>
  )
}
