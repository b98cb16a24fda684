// Web addresses only; what stands behind them is never fetched for a preview.
const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/giu

/** A customer's text as it was written, with web addresses made clickable. */
export function LinkedText({ text }: { text: string }) {
  const parts: { start: number; text: string; isLink: boolean }[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    parts.push({ start: end, text: text.slice(end, match.index), isLink: false })
    parts.push({ start: match.index, text: match[0], isLink: true })
    end = match.index + match[0].length
  }
  parts.push({ start: end, text: text.slice(end), isLink: false })

  return parts.map((part) =>
    part.isLink ? (
      <a key={`${part.start}l`} href={part.text} target="_blank" rel="noreferrer nofollow" className="underline">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  )
}
