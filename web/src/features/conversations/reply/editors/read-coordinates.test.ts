import assert from 'node:assert/strict'
import test from 'node:test'
import { readCoordinates } from './read-coordinates.ts'

test('a point is read out of numbers and of links to maps', () => {
  const point = { latitude: 41.4, longitude: -2.17 }
  for (const text of [
    '41.4, -2.17',
    ' 41.4 -2.17 ',
    '41.4;-2.17',
    'https://www.openstreetmap.org/?mlat=41.4&mlon=-2.17#map=16/1/1',
    'https://www.google.com/maps/place/Salon/@41.0,-2.0,17z/data=!3m1!3d41.4!4d-2.17',
    'https://maps.apple.com/?ll=41.4,-2.17',
  ]) {
    assert.deepEqual(readCoordinates(text), point, text)
  }
})

test('what lies nowhere on earth is no point', () => {
  for (const text of ['', '41.4', '91, 0', '0, 181', 'Calle Mayor 1', 'https://maps.app.goo.gl/abc']) {
    assert.equal(readCoordinates(text), null, text)
  }
})
