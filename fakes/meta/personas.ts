import type { Persona } from './types.ts'

/** The customers everybody can be on the phone. Camila's number is known to WhatsApp without Brazil's ninth digit. */
export const readyMade: readonly Persona[] = [
  { id: 'ana', name: 'Ana Keller', phone: '491713920001', userId: 'DE.1049170000000001' },
  { id: 'ben', name: 'Ben Ortiz', phone: '447700900123', userId: 'GB.1044770000000002' },
  { id: 'camila', name: 'Camila Rocha', phone: '553188880103', userId: 'BR.1055310000000003' },
  { id: 'dev', name: 'Dev Sharma', phone: '919000000104', userId: 'IN.1091900000000004' },
]
