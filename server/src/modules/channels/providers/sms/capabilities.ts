import type { Capabilities } from '../../capabilities.ts'

export const capabilities: Capabilities = {
  hasWindow: false,
  templates: false,
  quotes: false,
  signs: false,
  kinds: ['text'],
  textLimit: 1600,
  receipts: ['sent', 'delivered', 'failed'],
}
