import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { changeConsent } from './change.ts'
import { ConsentChange, Consents } from './consent.ts'
import { getConsents } from './queries.ts'
import { ConsentRules, ConsentRulesChange, changeRules, getRules } from './rules.ts'

const tag = 'Consent'

export const consentDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/contacts/:id/consents',
    tag,
    summary: 'What a person allows, on which channel and for what, with the proof',
    params: ById,
    status: 200,
    answer: Consents,
    handle: (tx, { params }) => getConsents(tx, params.id),
  }),
  door({
    method: 'POST',
    path: '/contacts/:id/consents',
    tag,
    summary: 'Enter what a person said elsewhere, and how it is known',
    params: ById,
    body: ConsentChange,
    status: 200,
    answer: Consents,
    handle: (tx, { params, body }) => changeConsent(tx, params.id, body),
  }),
  door({
    method: 'GET',
    path: '/consent-rules',
    tag,
    summary: 'How the workspace deals with consent, and its quiet hours',
    status: 200,
    answer: ConsentRules,
    handle: (tx) => getRules(tx),
  }),
  door({
    method: 'PATCH',
    path: '/consent-rules',
    tag,
    summary: 'Change how the workspace deals with consent, and its quiet hours',
    body: ConsentRulesChange,
    status: 200,
    answer: ConsentRules,
    handle: (tx, { body }) => changeRules(tx, body),
  }),
]
