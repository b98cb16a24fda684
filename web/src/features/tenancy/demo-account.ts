/** The salon owner's sign-in, the same in every demo; public knowledge, as a demo holds nothing of anybody. */
export const demoAccount = { email: 'rosa@salon-rosa.example', password: 'salon-rosa-demo' } as const
