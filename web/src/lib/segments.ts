const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
// These take two places.
const extension = new Set('^{}\\[~]|€\f')

/** How many texts carry this one, as the server counts them: 160 plain characters in one, 70 where one is not plain. */
export function segmentsOf(text: string): { isPlain: boolean; count: number } {
  const characters = [...text]
  const isPlain = characters.every((one) => basic.has(one) || extension.has(one))
  const sizes = characters.map((one) => (isPlain ? (extension.has(one) ? 2 : 1) : one.length))
  const [alone, joined] = isPlain ? [160, 153] : [70, 67]
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return { isPlain, count: 1 }

  let count = 1
  let filled = 0
  for (const size of sizes) {
    const fits = filled + size <= joined
    filled = fits ? filled + size : size
    if (!fits) count++
  }
  return { isPlain, count }
}
