import { limits } from './limits.ts'
import { Line } from './line.tsx'

interface Begun {
  heading: string
  smallPrint: string
}

/** What may stand above and below a question; out of the way until somebody wants it. */
export function HeadingAndSmallPrint({ begun, onChange }: { begun: Begun; onChange: (part: Partial<Begun>) => void }) {
  return (
    <details className="text-xs">
      <summary className="font-medium text-ink-soft">Heading and small print</summary>
      <div className="flex flex-col gap-3 pt-2">
        <Line
          label="Heading"
          value={begun.heading}
          most={limits.heading}
          onChange={(heading) => onChange({ heading })}
        />
        <Line
          label="Small print"
          value={begun.smallPrint}
          most={limits.smallPrint}
          onChange={(smallPrint) => onChange({ smallPrint })}
        />
      </div>
    </details>
  )
}
