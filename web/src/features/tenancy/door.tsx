import type { ReactNode } from 'react'

interface DoorProps {
  title: string
  intro?: string
  children: ReactNode
  below?: ReactNode
}

/** The frame of the pages before a workspace: one column, one decision. */
export function Door({ title, intro, children, below }: DoorProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-105 flex-col px-5 py-10 sm:justify-center sm:py-16">
      <img src="/favicon.svg" alt="" className="mb-6 size-10" />
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {intro && <p className="mt-1.5 text-base text-ink-soft text-pretty">{intro}</p>}
      <div className="mt-6">{children}</div>
      {below && <div className="mt-6 border-t border-line pt-5 text-sm text-ink-soft">{below}</div>}
    </main>
  )
}
