import { Counter } from 'prom-client'
import { figures } from '#lib/figures'

/** Bytes of files this process put into the store. What a workspace keeps now is in the view `media.usage`. */
export const keptBytes = new Counter({
  name: 'frontdesk_media_kept_bytes_total',
  help: 'Bytes of files that were put into the store, by whose files they are.',
  labelNames: ['source'],
  registers: [figures],
})
