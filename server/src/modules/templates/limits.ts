/** What WhatsApp takes in a template, and what fits into the other channels. Characters unless told otherwise. */
export const limits = {
  name: 512,
  header: 60,
  headerVariables: 1,
  body: 1024,
  footer: 60,
  buttons: 10,
  urlButtons: 2,
  phoneButtons: 1,
  buttonText: 25,
  url: 2000,
  phone: 20,
  /** Line breaks in a row. */
  breaks: 2,
  /** Words the body needs beside its placeholders: so many for each, and one more. */
  wordsPerVariable: 2,
  subject: 200,
  mail: 100_000,
  /** A text of ten parts: what phones still put together. */
  smsSegments: 10,
  variables: 30,
  example: 200,
  value: 1000,
} as const
