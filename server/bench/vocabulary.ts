const commonWords = [
  'hola',
  'gracias',
  'cita',
  'mañana',
  'para',
  'puedo',
  'hora',
  'el',
  'la',
  'de',
  'que',
  'corte',
  'color',
  'vale',
  'tarde',
  'precio',
]
const syllables = 'bacedifogulameniporusatevixoyuza'
const rareWords = (syllables.length / 2) ** 3

/**
 * SQL for a word as customers write it: one of sixteen that everybody says half of the time, else one of four thousand, each
 * more seldom than the one before. Computed, because picking from a long list costs the database more than keeping the message.
 */
export const word = `(select case when r < 0.5 then (${listOf(commonWords)})[1 + floor(r * ${2 * commonWords.length})::int]
  else (select string_agg(substr('${syllables}', 1 + 2 * (floor(power(2 * r - 1, 3) * ${rareWords})::int >> (4 * place) & 15), 2), '')
    from generate_series(0, 2) place) end)`

/** SQL for one of so many, always the same for the same number. */
export function oneOf(words: readonly string[], number: string): string {
  return `(${listOf(words)})[1 + abs(hashint4(${number})) % ${words.length}]`
}

export const firstNames =
  'Ana Luis Marta Iker Lucía Hugo Sofía Pablo Noa Álvaro Vera Izan Priya João Emma Oliver Ximena Thiago Aarav Beatriz'.split(
    ' ',
  )
export const lastNames =
  'López García Martín Sánchez Romero Núñez Ortega Silva Costa Sharma Patel Smith Brown Moreno Quintana Zamora Yáñez'.split(
    ' ',
  )

function listOf(words: readonly string[]): string {
  return `array[${words.map((one) => `'${one}'`).join(',')}]`
}
