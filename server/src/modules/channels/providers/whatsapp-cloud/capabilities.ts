import type { Capabilities } from '../../capabilities.ts'
import { limits } from './limits.ts'

export const capabilities: Capabilities = {
  hasWindow: true,
  templates: true,
  quotes: true,
  signs: true,
  kinds: [
    ...['text', 'template', 'interactive', 'location', 'contacts', 'reaction'],
    ...['image', 'video', 'audio', 'document', 'sticker'],
  ],
  textLimit: limits.text,
  receipts: ['sent', 'delivered', 'read', 'played', 'failed'],
}
