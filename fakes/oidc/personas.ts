import type { Persona } from './types.ts'

/** Who one may be at this issuer. */
export const personas: readonly Persona[] = [
  { id: 'ana', name: 'Ana Lima', email: 'ana@example.com', isEmailVerified: true },
  { id: 'rosa', name: 'Rosa Fontana', email: 'rosa@salon-rosa.example', isEmailVerified: true },
  { id: 'owner', name: 'Owner', email: 'owner@rosa.test', isEmailVerified: true },
  { id: 'eve', name: 'Eve', email: 'owner@rosa.test', isEmailVerified: false },
]

export function findPersona(id: unknown): Persona | undefined {
  return personas.find((persona) => persona.id === id)
}
