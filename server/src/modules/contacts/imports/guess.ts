import { toE164 } from '#lib/phone'
import type { Field } from '../fields/field.ts'
import type { Target } from './plan.ts'

// How the heads of columns are written in English, Spanish, German and French, without accents and signs.
const heads: Readonly<Record<string, readonly string[]>> = {
  id: ['frontdeskid'],
  name: [
    'name',
    'fullname',
    'contact',
    'contactname',
    'displayname',
    'customer',
    'customername',
    'client',
    'nombre',
    'nombrecompleto',
    'nombreyapellidos',
    'cliente',
    'contacto',
    'kunde',
    'kundin',
    'kundenname',
    'kontakt',
    'vollstandigername',
    'nom',
    'nomcomplet',
    'nometprenom',
  ],
  given_name: ['firstname', 'givenname', 'first', 'nombredepila', 'vorname', 'prenom'],
  family_name: [
    'lastname',
    'surname',
    'familyname',
    'last',
    'apellido',
    'apellidos',
    'nachname',
    'familienname',
    'nomdefamille',
  ],
  phone: [
    'phone',
    'phonenumber',
    'phone1value',
    'mobile',
    'mobilephone',
    'mobilenumber',
    'cell',
    'cellphone',
    'tel',
    'telephone',
    'number',
    'whatsapp',
    'whatsappnumber',
    'telefono',
    'telefonomovil',
    'movil',
    'numero',
    'numerodetelefono',
    'telefon',
    'telefonnummer',
    'handy',
    'handynummer',
    'mobil',
    'mobilnummer',
    'mobiltelefon',
    'rufnummer',
    'portable',
    'numerodetelephone',
    'telephoneportable',
  ],
  email: [
    'email',
    'emailaddress',
    'mail',
    'email1value',
    'correo',
    'correoelectronico',
    'emailadresse',
    'mailadresse',
    'courriel',
    'adresseemail',
    'adressemail',
    'adresseelectronique',
  ],
  labels: [
    'labels',
    'label',
    'tags',
    'tag',
    'groups',
    'group',
    'groupmembership',
    'etiquetas',
    'etiqueta',
    'grupo',
    'grupos',
    'etiketten',
    'schlagworte',
    'gruppe',
    'gruppen',
    'etiquettes',
    'etiquette',
    'groupe',
    'groupes',
  ],
  marketing: [
    ...['marketing', 'marketingconsent', 'optin', 'newsletter', 'consent', 'consentimiento', 'consentimientomarketing'],
    ...['consentimentomarketing', 'consentimento', 'werbung', 'einwilligung', 'consentement', 'acceptsmarketing'],
  ],
  notes: [
    'notes',
    'note',
    'comment',
    'comments',
    'remarks',
    'notas',
    'nota',
    'comentario',
    'comentarios',
    'observaciones',
    'notiz',
    'notizen',
    'bemerkung',
    'bemerkungen',
    'anmerkung',
    'kommentar',
    'remarque',
    'remarques',
    'commentaire',
    'commentaires',
  ],
}
const byHead = new Map(
  Object.entries(heads).flatMap(([target, words]) => words.map((word) => [word, target as Target])),
)

/** What a column is by its head; undefined when the head says nothing. */
export function guessByHead(head: string, fields: readonly Field[]): Target | undefined {
  const bare = bareOf(head)
  const field = fields.find(({ name }) => bareOf(name) === bare)
  return byHead.get(bare) ?? (field && bare !== '' ? `field:${field.id}` : undefined)
}

/** What a column is by what stands in it, where it has no head. */
export function guessByContent(samples: readonly string[], country: string): Target {
  const filled = samples.filter((sample) => sample.trim() !== '')
  const most = (fits: (sample: string) => boolean) =>
    filled.length > 0 && filled.filter(fits).length * 2 > filled.length
  if (most((sample) => sample.includes('@'))) return 'email'
  if (most((sample) => toE164(sample, country) !== undefined)) return 'phone'
  if (most((sample) => /^\p{L}[\p{L}\p{M} .'’-]+$/u.test(sample.trim()))) return 'name'
  return 'ignore'
}

/** Whether the first line names columns rather than a person. */
export function looksLikeHeader(cells: readonly string[], fields: readonly Field[], country: string): boolean {
  if (cells.some((cell) => guessByHead(cell, fields) !== undefined)) return true
  return !cells.some((cell) => cell.includes('@') || toE164(cell, country) !== undefined)
}

/** Each target but labels, notes, numbers and addresses stands once: of two columns that seem alike, the first is it. */
export function onlyOnce(targets: readonly Target[]): Target[] {
  return targets.map((target, at) =>
    ['phone', 'email', 'labels', 'notes', 'ignore'].includes(target) || targets.indexOf(target) === at
      ? target
      : 'ignore',
  )
}

function bareOf(head: string): string {
  return head
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ß/g, 'ss')
}
