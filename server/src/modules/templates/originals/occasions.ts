import type { Category, Variable } from '../template.ts'

const variables = {
  customer: { name: 'customer', type: 'name', example: 'Ana' },
  business: { name: 'business', type: 'name', example: 'Salon Rosa' },
  service: { name: 'service', type: 'text', example: 'Haircut' },
  day: { name: 'day', type: 'date', example: '2026-11-24' },
  hour: { name: 'hour', type: 'time', example: '14:30' },
  link: { name: 'link', type: 'url', example: 'https://example.com/b/7f3k' },
  form: { name: 'form', type: 'text', example: 'Health questionnaire' },
  order: { name: 'order', type: 'text', example: '1042' },
  state: { name: 'state', type: 'text', example: 'Ready to collect' },
  purpose: { name: 'purpose', type: 'text', example: 'Haircut' },
  amount: { name: 'amount', type: 'money', example: '45.00' },
  item: { name: 'item', type: 'text', example: 'Shampoo 500 ml' },
  left: { name: 'left', type: 'text', example: '3' },
} as const satisfies Record<string, Variable>

type Name = keyof typeof variables

const occasion = (title: string, category: Category, ...names: Name[]) => ({
  title,
  category,
  variables: names.map((name): Variable => variables[name]),
})

const booked: readonly Name[] = ['customer', 'business', 'service', 'day', 'hour', 'link']

/** What Frontdesk itself has something to say about, and what it then knows. */
export const occasions = {
  welcome: occasion('Welcome', 'MARKETING', 'customer', 'business'),
  trial_welcome: occasion('Welcome to a trial', 'UTILITY', 'customer', 'business', 'day', 'link'),
  booking_confirmed: occasion('Booking confirmed', 'UTILITY', ...booked),
  booking_changed: occasion('Booking changed', 'UTILITY', ...booked),
  booking_cancelled: occasion('Booking cancelled', 'UTILITY', ...booked),
  reminder: occasion('Reminder of a booking', 'UTILITY', ...booked),
  form_request: occasion('Form to fill in', 'UTILITY', 'customer', 'business', 'form', 'day', 'link'),
  form_overdue: occasion('Form overdue', 'UTILITY', 'customer', 'business', 'form', 'day', 'link'),
  order_steps: occasion('Step of an order', 'UTILITY', 'customer', 'business', 'order', 'state', 'link'),
  payment_link: occasion('Payment link', 'UTILITY', 'customer', 'business', 'purpose', 'amount', 'link'),
  call_answered: occasion('After a call', 'UTILITY', 'customer', 'business', 'link'),
  call_missed: occasion('After a missed call', 'UTILITY', 'customer', 'business'),
  low_stock: occasion('Low stock', 'UTILITY', 'business', 'item', 'left'),
  review_request: occasion('Asking for a review', 'UTILITY', 'customer', 'business', 'service', 'day', 'link'),
} as const

export type Occasion = keyof typeof occasions

/** An original in one language. The mail says what the WhatsApp message says. */
export interface Original {
  readonly subject: string
  readonly body: string
  readonly sms: string
  /** Answers a customer can tap. */
  readonly replies?: readonly string[]
}

export type Originals = Readonly<Record<Occasion, Original>>
