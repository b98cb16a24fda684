/** The longest text WhatsApp takes. */
export const longest = 4096

/** How many characters a text has, as people count them. */
export const lengthOf = (text: string) => [...text.trim()].length

/** True when the channel would refuse the text for its length. */
export const isTooLong = (text: string, most = longest) => lengthOf(text) > most
