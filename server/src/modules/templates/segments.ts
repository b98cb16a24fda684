const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '^{}\\[~]|€\f'

export interface Segments {
  /** `gsm`: the phone network's own alphabet, 160 signs; `unicode`: anything else, 70. */
  readonly encoding: 'gsm' | 'unicode'
  readonly units: number
  readonly segments: number
}

/** How many text messages a text takes, as networks count and charge them. */
export function segmentsOf(text: string): Segments {
  const signs = [...text]
  if (signs.every((sign) => basic.includes(sign) || extended.includes(sign))) {
    const sizes = signs.map((sign) => (extended.includes(sign) ? 2 : 1))
    return { encoding: 'gsm', units: sum(sizes), segments: count(sizes, { single: 160, joined: 153 }) }
  }
  const sizes = signs.map((sign) => sign.length)
  return { encoding: 'unicode', units: sum(sizes), segments: count(sizes, { single: 70, joined: 67 }) }
}

/** A sign of two units is not torn apart: it goes to the next part whole. */
function count(sizes: readonly number[], { single, joined }: { single: number; joined: number }): number {
  if (sum(sizes) <= single) return sizes.length === 0 ? 0 : 1
  let parts = 1
  let filled = 0
  for (const size of sizes) {
    if (filled + size > joined) {
      parts += 1
      filled = 0
    }
    filled += size
  }
  return parts
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)
