/**
 * How well what was typed fits a text: null when its letters do not all occur in order, else higher is better. Beginnings of words
 * and letters side by side count most.
 */
export function fuzzy(typed: string, text: string): number | null {
  const wanted = bare(typed).replace(/\s+/g, '')
  if (wanted === '') return 0
  const letters = bare(text)
  const whole = letters.indexOf(bare(typed).trim())
  if (whole >= 0) return 1_000 - whole - letters.length / 100 + (isBeginning(letters, whole) ? 500 : 0)
  let score = 0
  let at = -1
  for (const letter of wanted) {
    const next = letters.indexOf(letter, at + 1)
    if (next < 0) return null
    score += next === at + 1 ? 8 : isBeginning(letters, next) ? 6 : -Math.min(next - at, 10) / 2
    at = next
  }
  return score - letters.length / 100
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const isBeginning = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
