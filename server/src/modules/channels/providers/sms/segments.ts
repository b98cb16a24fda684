/** How a text is cut to be carried: 7 bits a character where all are in the alphabet of GSM, else 16. */
export interface Segments {
  readonly encoding: 'gsm7' | 'ucs2'
  readonly count: number
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
// These take two places.
const extension = new Set('^{}\\[~]|€\f')

/** How many texts a customer's phone puts together to show this one; each is paid for. */
export function segmentsOf(text: string): Segments {
  const characters = [...text]
  const isGsm = characters.every((one) => basic.has(one) || extension.has(one))
  const sizes = characters.map((one) => (isGsm ? (extension.has(one) ? 2 : 1) : one.length))
  const [alone, joined] = isGsm ? [160, 153] : [70, 67]
  const encoding = isGsm ? 'gsm7' : 'ucs2'
  const length = sizes.reduce((sum, size) => sum + size, 0)
  if (length <= alone) return { encoding, count: 1 }

  // A character of two places is never cut in half.
  let count = 1
  let filled = 0
  for (const size of sizes) {
    const fits = filled + size <= joined
    filled = fits ? filled + size : size
    if (!fits) count++
  }
  return { encoding, count }
}
