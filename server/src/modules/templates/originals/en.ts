import type { Originals } from './occasions.ts'

export const en: Originals = {
  welcome: {
    subject: 'Welcome to {{ business }}',
    body: 'Hello {{ customer }},\n\nwelcome to {{ business }}! From now on you can reach us right here: write whenever you would like to book, ask or change something, and one of us will answer.',
    sms: 'Welcome to {{ business }}, {{ customer }}! Book, ask or change something: just reply to this message.',
  },
  trial_welcome: {
    subject: 'Your trial with {{ business }} has begun',
    body: 'Hello {{ customer }},\n\nyour trial with {{ business }} has begun and runs until {{ day }}. Everything you need to get started is here: {{ link }}\n\nIf anything is unclear, simply answer this message.',
    sms: '{{ customer }}, your trial with {{ business }} runs until {{ day | date: "short" }}. Get started: {{ link }}',
  },
  booking_confirmed: {
    subject: 'Booked: {{ service }} on {{ day }}',
    body: 'Hello {{ customer }},\n\nyour booking with {{ business }} is confirmed: {{ service }} on {{ day }} at {{ hour }}.\n\nYou can change or cancel it here: {{ link }}\n\nWe look forward to seeing you.',
    sms: '{{ business }}: {{ service }} is booked for {{ day | date: "short" }}, {{ hour }}. Change or cancel: {{ link }}',
  },
  booking_changed: {
    subject: 'Changed: {{ service }} is now on {{ day }}',
    body: 'Hello {{ customer }},\n\nyour booking with {{ business }} has been changed: {{ service }} is now on {{ day }} at {{ hour }}.\n\nDoes that not suit you? Choose another time here: {{ link }}\n\nSee you soon.',
    sms: '{{ business }}: {{ service }} has moved to {{ day | date: "short" }}, {{ hour }}. Another time: {{ link }}',
  },
  booking_cancelled: {
    subject: 'Cancelled: {{ service }} on {{ day }}',
    body: 'Hello {{ customer }},\n\nyour booking with {{ business }} for {{ service }} on {{ day }} at {{ hour }} has been cancelled.\n\nYou can find a new time here: {{ link }}\n\nWe would be glad to see you another day.',
    sms: '{{ business }}: {{ service }} on {{ day | date: "short" }}, {{ hour }} is cancelled. Book again: {{ link }}',
  },
  reminder: {
    subject: 'Reminder: {{ service }} on {{ day }}',
    body: 'Hello {{ customer }},\n\na short reminder of your booking with {{ business }}: {{ service }} on {{ day }} at {{ hour }}.\n\nIf you can’t come, please tell us in time: {{ link }}\n\nSee you then!',
    sms: 'Reminder from {{ business }}: {{ service }} on {{ day | date: "short" }}, {{ hour }}. Can\'t come? {{ link }}',
    replies: ['I’ll be there', 'I can’t make it'],
  },
  form_request: {
    subject: 'Please fill in: {{ form }}',
    body: 'Hello {{ customer }},\n\nbefore your visit {{ business }} needs a few details from you. Please fill in “{{ form }}” by {{ day }}: {{ link }}\n\nIt takes only a few minutes. Thank you!',
    sms: '{{ business }}: please fill in "{{ form }}" by {{ day | date: "short" }}: {{ link }}',
  },
  form_overdue: {
    subject: 'Still missing: {{ form }}',
    body: 'Hello {{ customer }},\n\nwe are still waiting for “{{ form }}”, which was due on {{ day }}. Without it {{ business }} can’t prepare your visit.\n\nPlease fill it in here: {{ link }}\n\nThank you!',
    sms: '{{ business }}: "{{ form }}" was due on {{ day | date: "short" }}. Please fill it in: {{ link }}',
  },
  order_steps: {
    subject: 'Your order {{ order }}: {{ state }}',
    body: 'Hello {{ customer }},\n\nthere is news about your order {{ order }} with {{ business }}. Its status is now: {{ state }}.\n\nAll details are here: {{ link }}\n\nThank you for your order.',
    sms: '{{ business }}, order {{ order }}: {{ state }}. Details: {{ link }}',
  },
  payment_link: {
    subject: 'Payment for {{ purpose }}: {{ amount }}',
    body: 'Hello {{ customer }},\n\nthe amount due to {{ business }} for {{ purpose }} is {{ amount }}.\n\nYou can pay securely here: {{ link }}\n\nHave you paid already? Then please ignore this message.',
    sms: '{{ business }}: {{ amount }} is due for {{ purpose }}. Pay here: {{ link }}',
  },
  call_answered: {
    subject: 'Your call with {{ business }}',
    body: 'Hello {{ customer }},\n\nthank you for your call to {{ business }}. What we talked about is here for you to read again: {{ link }}\n\nDo you have another question? Simply answer this message.',
    sms: '{{ business }}: thank you for your call. What we talked about: {{ link }}',
  },
  call_missed: {
    subject: 'You called {{ business }}',
    body: 'Hello {{ customer }},\n\nyou called {{ business }} and we could not answer in time. We are sorry! Write to us here what it is about, and we will get back to you as soon as we can.',
    sms: 'You called {{ business }} and we missed you, sorry! Reply with what it is about and we get back to you.',
    replies: ['Please call me back', 'I’d like to book'],
  },
  low_stock: {
    subject: 'Running low: {{ item }}',
    body: 'A product of {{ business }} is running low: there are only {{ left }} left of {{ item }}. Order more in time, so that no customer has to wait.',
    sms: '{{ business }}: only {{ left }} left of {{ item }}.',
  },
  review_request: {
    subject: 'How was it at {{ business }}?',
    body: 'Hello {{ customer }},\n\nyou were at {{ business }} on {{ day }} for {{ service }}. Were you happy with it? A short review takes a minute and helps us get better: {{ link }}\n\nThank you very much!',
    sms: '{{ business }}: how was your {{ service }} on {{ day | date: "short" }}? Tell us: {{ link }}',
  },
}
