import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Heard, hearWords } from './words.ts'

const said: Readonly<Record<string, [Heard['means'], Heard['language']]>> = {
  STOP: ['stop', null],
  ' stop!!! ': ['stop', null],
  'S.T.O.P.': ['stop', null],
  'Stop 🛑': ['stop', null],
  ＳＴＯＰ: ['stop', null],
  'Unsubscribe.': ['stop', null],
  'Please stop': ['stop', 'en'],
  BAJA: ['stop', 'es'],
  'Darme de baja.': ['stop', 'es'],
  'No quiero más mensajes': ['stop', 'es'],
  Sair: ['stop', 'pt'],
  'NÃO QUERO MAIS MENSAGENS': ['stop', 'pt'],
  Parar: ['stop', null],
  रोकें: ['stop', 'hi'],
  'बंद करें।': ['stop', 'hi'],
  'Stop promotions': ['stop_marketing', 'en'],
  'Parar promoções': ['stop_marketing', 'pt'],
  START: ['start', null],
  Alta: ['subscribe', 'es'],
  'शुरू करें': ['start', 'hi'],
}

test('the words alone are heard, however they are written', () => {
  for (const [text, [means, language]] of Object.entries(said))
    assert.deepEqual(hearWords(text), { means, language }, text)
})

test('the same words within a sentence are no opt-out', () => {
  const sentences = [
    "don't stop",
    'Stop by at 5',
    'Where is the bus stop?',
    'Non-stop',
    'start at 9?',
    'Quiero dar de baja mi cita del martes y pedir otra',
    'la parte baja',
    'Vou sair agora',
    'रोकें मत',
    'Please do not unsubscribe me',
    '',
    '🛑',
    '?!',
    `stop ${'!'.repeat(100)}`,
  ]
  for (const text of sentences) assert.equal(hearWords(text), undefined, text)
})

test('“cancel” is about an appointment, except by SMS, where carriers take it for STOP', () => {
  for (const text of ['Cancel', 'CANCELAR', 'quit', 'fim']) {
    assert.equal(hearWords(text), undefined, text)
    assert.equal(hearWords(text, true)?.means, 'stop', text)
  }
})
