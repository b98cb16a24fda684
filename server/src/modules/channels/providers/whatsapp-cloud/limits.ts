/** What the Cloud API takes at most, in characters unless it says otherwise. */
export const limits = {
  text: 4096,
  /** Below a file. */
  caption: 1024,
  buttonsBody: 1024,
  listBody: 4096,
  header: 60,
  footer: 60,
  /** Buttons. */
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listButton: 20,
  /** Sections. */
  sections: 10,
  sectionTitle: 24,
  /** Rows in all sections together. */
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  url: 2000,
  /** Of a place's name and address, and of each part of a contact card. */
  line: 1000,
  /** Contact cards in one message. */
  cards: 257,
  /** Days after which nobody can react to a message any more. */
  reactionDays: 30,
} as const
