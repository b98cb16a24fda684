const lead = 30

/** The part of a text around the first of the words looked for, as it is spelled there. */
export function excerpt(text: string, q: string): { before: string; word: string; after: string } {
  const plain = plainOf(text)
  const places = wordsOf(q).flatMap((word) => {
    const at = plain.text.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u'))
    return at < 0 ? [] : [{ at, end: at + word.length }]
  })
  const first = places.toSorted((a, b) => a.at - b.at)[0]
  if (!first) return { before: text, word: '', after: '' }
  const [start, end] = [plain.from[first.at] ?? 0, plain.from[first.end] ?? text.length]
  const cut = start > lead ? text.lastIndexOf(' ', start - lead) + 1 : 0
  return {
    before: `${cut > 0 ? '… ' : ''}${text.slice(cut, start)}`,
    word: text.slice(start, end),
    after: text.slice(end),
  }
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (q: string) => bare(q).match(/[\p{L}\p{N}]+/gu) ?? []

/** The text without accents and capitals, and where each of its characters stood. */
function plainOf(text: string): { text: string; from: number[] } {
  const from: number[] = []
  let plain = ''
  let at = 0
  for (const character of text) {
    const without = bare(character)
    for (let unit = 0; unit < without.length; unit++) from.push(at)
    plain += without
    at += character.length
  }
  return { text: plain, from }
}
