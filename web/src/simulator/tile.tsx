import type { LucideIcon } from 'lucide-react'

/** Something that is no text, drawn as what it is: an icon, a title and a line below it. */
export function Tile({ icon: Icon, title, detail }: { icon: LucideIcon; title: string; detail: string }) {
  return (
    <div className="flex min-w-48 items-center gap-3 py-1">
      <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-wash text-accent-ink">
        <Icon aria-hidden className="size-5" />
      </span>
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium">{title}</span>
        <span className="figures block truncate text-xs text-ink-soft">{detail}</span>
      </span>
    </div>
  )
}
