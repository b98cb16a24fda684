import { limits } from './limits.ts'
import { placeholdersIn } from './placeholders.ts'

/** A rule a text can break: its stable code, what says that it is broken, and our sentence. */
export interface Rule {
  readonly code: string
  readonly isBroken: (text: string) => boolean
  readonly sentence: (text: string) => string
}

const lengthOf = (text: string) => [...text].length
const longest = (most: number, what: string): Rule => ({
  code: 'too_long',
  isBroken: (text) => lengthOf(text) > most,
  sentence: (text) => `${what} has ${inFull(most)} characters at most; this has ${inFull(lengthOf(text))}.`,
})
const empty = (sentence: string): Rule => ({
  code: 'empty',
  isBroken: (text) => text.trim() === '',
  sentence: () => sentence,
})
const noVariables = (what: string): Rule => ({
  code: 'variable_not_here',
  isBroken: (text) => text.includes('{{'),
  sentence: () => `${what} can’t hold a variable.`,
})
const noEmoji = (what: string): Rule => ({
  code: 'emoji_not_here',
  isBroken: (text) => /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text),
  sentence: () => `WhatsApp takes no emoji in ${what}.`,
})
const oneLine = (what: string): Rule => ({
  code: 'line_break_not_here',
  isBroken: (text) => /[\r\n]/.test(text),
  sentence: () => `${what} is one line.`,
})

const noTags: Rule = {
  code: 'tag_not_here',
  isBroken: (text) => text.includes('{%'),
  sentence: () => 'WhatsApp approves fixed words: conditions work in mail and text messages only.',
}
const notAtEdges: Rule = {
  code: 'variable_at_edge',
  isBroken(text) {
    const trimmed = text.trim()
    return trimmed.startsWith('{{') || trimmed.endsWith('}}')
  },
  sentence: () => 'WhatsApp takes no variable as the first or the last thing. Put a word or a full stop beside it.',
}
const notAdjacent: Rule = {
  code: 'variables_adjacent',
  isBroken: (text) => /\}\}\s*\{\{/.test(text),
  sentence: () => 'Two variables stand side by side. WhatsApp wants words between them.',
}
const enoughWords: Rule = {
  code: 'too_many_variables',
  isBroken: (text) => wordsOf(text) < wordsNeeded(text),
  sentence: (text) =>
    `So many variables need more words around them: at least ${wordsNeeded(text)}, and there are ${wordsOf(text)}.`,
}
const calmSpacing: readonly Rule[] = [
  {
    code: 'too_many_breaks',
    isBroken: (text) => new RegExp(`(\\r?\\n[ ]*){${limits.breaks + 1},}`).test(text),
    sentence: () => `WhatsApp takes ${limits.breaks} line breaks in a row at most.`,
  },
  {
    code: 'too_many_spaces',
    isBroken: (text) => /\t| {5,}/.test(text),
    sentence: () => 'WhatsApp takes no tabs and four spaces in a row at most.',
  },
]

/** Meta's rules for the words of a template, part by part; for some it has no words and simply rejects. */
export const whatsappRules = {
  body: [
    empty('Write what the message says.'),
    noTags,
    longest(limits.body, 'The text'),
    notAtEdges,
    notAdjacent,
    enoughWords,
    ...calmSpacing,
  ],
  header: [
    empty('Write a heading, or take it away.'),
    noTags,
    longest(limits.header, 'The heading'),
    oneLine('The heading'),
    noEmoji('the heading'),
    {
      code: 'formatting_not_here',
      isBroken: (text) => /[*_~`]/.test(text.replace(/\{\{.*?\}\}/g, '')),
      sentence: () => 'The heading takes no *, _, ~ or `.',
    },
    {
      code: 'too_many_variables',
      isBroken: (text) => placeholdersIn(text).length > limits.headerVariables,
      sentence: () => 'The heading takes one variable.',
    },
    notAtEdges,
  ],
  footer: [
    empty('Write the small print, or take it away.'),
    noTags,
    longest(limits.footer, 'The small print'),
    oneLine('The small print'),
    noVariables('The small print'),
    noEmoji('the small print'),
  ],
  buttonText: [
    empty('Say what the button does.'),
    longest(limits.buttonText, 'A button'),
    oneLine('A button'),
    noVariables('What a button says'),
    noEmoji('a button'),
  ],
} as const satisfies Record<string, readonly Rule[]>

/** The first rule a text breaks, of those in the order given. */
export function firstBroken(rules: readonly Rule[], text: string): { code: string; message: string } | undefined {
  const broken = rules.find(({ isBroken }) => isBroken(text))
  return broken && { code: broken.code, message: broken.sentence(text) }
}

function wordsOf(text: string): number {
  return text.replace(/\{\{.*?\}\}/gs, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0
}

function wordsNeeded(text: string): number {
  const count = placeholdersIn(text).length
  return count === 0 ? 0 : count * limits.wordsPerVariable + 1
}

function inFull(count: number): string {
  return count.toLocaleString('en')
}
