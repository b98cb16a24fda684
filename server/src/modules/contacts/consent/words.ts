export const consentLanguages = ['en', 'es', 'pt', 'hi'] as const
export type ConsentLanguage = (typeof consentLanguages)[number]

/** What somebody means who writes nothing else. */
export interface Heard {
  readonly means: 'stop' | 'stop_marketing' | 'start' | 'subscribe'
  /** Of the word, where only one has it; `stop` and `start` are said everywhere. */
  readonly language: ConsentLanguage | null
}

type Words = Readonly<Record<ConsentLanguage, readonly string[]>>

// Words that are common to several languages stand under each: then the word does not tell which it is.
const everywhere = { stop: ['stop', 'stopp', 'stopall', 'stop all', 'unsubscribe'], start: ['start', 'unstop'] }

const stop: Words = {
  en: [
    ...[
      'stop please',
      'please stop',
      'stop it',
      'opt out',
      'optout',
      'unsubscribe me',
      'please unsubscribe',
      'remove me',
    ],
    ...['stop messaging me', 'stop texting me', 'stop sending me messages', 'stop messages', 'revoke'],
  ],
  es: [
    ...[
      'baja',
      'darme de baja',
      'dar de baja',
      'dame de baja',
      'quiero darme de baja',
      'alto',
      'detener',
      'parar',
      'pare',
    ],
    ...['no mas mensajes', 'no quiero mas mensajes', 'desuscribir', 'desuscribirme', 'cancelar suscripcion'],
  ],
  pt: [
    ...['sair', 'parar', 'pare', 'descadastrar', 'me descadastre', 'remover', 'cancelar inscricao', 'quero sair'],
    ...['nao quero mais mensagens', 'chega de mensagens', 'parem'],
  ],
  hi: [
    ...[
      'रोकें',
      'रोके',
      'रोको',
      'रुकें',
      'रुको',
      'बंद करें',
      'बंद करो',
      'बन्द करें',
      'बन्द करो',
      'बंद',
      'स्टॉप',
      'सदस्यता समाप्त करें',
      'मैसेज बंद करें',
    ],
    ...['संदेश बंद करें', 'band karo', 'band karein', 'roko', 'roken', 'message band karo', 'msg band karo'],
  ],
}

// Where templates offer a button against advertising, this is what it says.
const stopMarketing: Words = {
  en: [
    'stop promotions',
    'stop marketing',
    'stop offers',
    'stop ads',
    'no promotions',
    'no more offers',
    'no marketing',
  ],
  es: [
    'detener promociones',
    'parar promociones',
    'no mas promociones',
    'no quiero promociones',
    'no publicidad',
    'sin promociones',
  ],
  pt: ['parar promocoes', 'sem promocoes', 'nao quero promocoes', 'interromper promocoes', 'chega de promocoes'],
  hi: ['प्रमोशन बंद करें', 'प्रचार बंद करें', 'ऑफर बंद करें', 'promotion band karo', 'offer band karo'],
}

const start: Words = {
  en: ['resume', 'resume messages'],
  es: ['reanudar', 'empezar'],
  pt: ['voltar a receber', 'retomar', 'comecar'],
  hi: ['शुरू', 'शुरू करें', 'शुरू करो', 'चालू करें', 'चालू करो', 'shuru karo', 'shuru karein', 'chalu karo'],
}

// These ask for messages, also of who never stopped any.
const subscribe: Words = {
  en: ['subscribe', 'subscribe me', 'opt in', 'optin'],
  es: ['alta', 'darme de alta', 'dame de alta', 'quiero darme de alta', 'suscribir', 'suscribirme'],
  pt: ['inscrever', 'me inscreva', 'quero receber', 'assinar'],
  hi: ['सदस्यता लें', 'subscribe karo'],
}

// On the phone networks these end everything; elsewhere people say them about an appointment.
const onlyBySms: Words = {
  en: ['cancel', 'end', 'quit'],
  es: ['cancelar', 'fin', 'salir'],
  pt: ['cancelar', 'fim', 'encerrar'],
  hi: ['रद्द करें', 'समाप्त'],
}

/** What a whole message says about being written to; undefined when it says anything else, or anything more. */
export function hearWords(text: string, bySms = false): Heard | undefined {
  if (text.length > longest) return undefined
  const said = bare(text)
  if (said === '') return undefined
  const heard = byWords.get(said) ?? (bySms ? bySmsWords.get(said) : undefined)
  if (heard) return heard
  const spelled = /^(\p{L} )+\p{L}$/u.test(said) ? byWords.get(said.replaceAll(' ', '')) : undefined
  return spelled
}

const longest = 80

/** Without capitals, accents, signs and smileys. Marks that are no accents stay: in Hindi they are the vowels. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200b-\u200d\ufeff]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(^| )\p{M}+/gu, '$1')
    .trim()
}

const byWords = tableOf([
  ['stop_marketing', stopMarketing],
  ['start', start],
  ['subscribe', subscribe],
  ['stop', stop],
])
for (const [means, words] of Object.entries(everywhere))
  for (const word of words) byWords.set(bare(word), { means: means as 'stop' | 'start', language: null })
const bySmsWords = tableOf([['stop', onlyBySms]])

function tableOf(lists: readonly (readonly [Heard['means'], Words])[]): Map<string, Heard> {
  const table = new Map<string, Heard>()
  for (const [means, words] of lists)
    for (const language of consentLanguages)
      for (const word of words[language]) {
        const key = bare(word)
        table.set(key, { means, language: table.has(key) ? null : language })
      }
  return table
}
