/** The demo's sign-in. Public knowledge: a demo listens on this machine only, unless somebody says otherwise. */
export const signIn = { name: 'Rosa Marín', email: 'rosa@salon-rosa.example', password: 'salon-rosa-demo' } as const
export const colleague = { name: 'Leo Duarte', email: 'leo@salon-rosa.example', password: 'salon-rosa-demo' } as const

export const salon = {
  name: 'Salon Rosa',
  slug: 'salon-rosa',
  timezone: 'Europe/Madrid',
  currency: 'EUR',
  country: 'ES',
} as const

/** The salon's number at the demo's own WhatsApp. Its secrets protect nothing. */
export const number = {
  phoneNumberId: '100000000000001',
  wabaId: '200000000000001',
  displayPhoneNumber: '+34 910 000 001',
  accessToken: 'demo-access-token',
  appSecret: 'demo-app-secret',
  verifyToken: 'demo-verify-token',
} as const

/** What customers wrote before the newcomer came, so that the inbox has something to show. */
export const firstMessages = [
  { customer: 'dev', text: 'Hello! Do you have parking near the salon?' },
  { customer: 'camila', text: 'Oi! Vocês fazem mechas? Quanto custa mais ou menos? 😊' },
  { customer: 'ben', text: 'Hi, can I move my haircut from Thursday to Friday morning?' },
] as const
