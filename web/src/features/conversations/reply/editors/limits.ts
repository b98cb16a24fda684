/** How many characters WhatsApp takes, and of choices how many there may be. The server checks the same. */
export const limits = {
  body: 1024,
  listBody: 4096,
  heading: 60,
  smallPrint: 60,
  buttons: 3,
  button: 20,
  rows: 10,
  row: 24,
  rowDescription: 72,
  section: 24,
  url: 2000,
  line: 1000,
} as const

/** Characters as WhatsApp counts them. */
export const lengthOf = (text: string) => [...text.trim()].length

/** Something is written, and it is not too long. */
export const fits = (text: string, most: number) => text.trim() !== '' && lengthOf(text) <= most

/** Nothing is written, or it is not too long. */
export const mayStay = (text: string, most: number) => lengthOf(text) <= most
