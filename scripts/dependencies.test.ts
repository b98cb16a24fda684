// When: in npm test.
// What: a test for each fault of a lockfile.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from './dependencies.ts'

const good = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' }
const faults = (entry: object, name = 'thing') => faultsOf({ packages: { '': {}, [`node_modules/${name}`]: entry } })

test('a package from a registry, with a digest and a known licence, is fine', () => {
  assert.deepEqual(faults(good), [])
  assert.deepEqual(faults({ ...good, license: '(GPL-2.0-only OR MIT)' }), [])
  assert.deepEqual(faults({ version: '1.0.0', optional: true }, '@thing/linux-arm64'), [])
  assert.deepEqual(faultsOf({ packages: { 'node_modules/own': { link: true } } }), [])
})

test('what comes from elsewhere, or can’t be checked, is named', () => {
  assert.match(faults({ ...good, resolved: 'git+ssh://git@example.com/thing.git' }).join(), /elsewhere/)
  assert.match(faults({ ...good, resolved: 'http://example.com/thing.tgz' }).join(), /elsewhere/)
  assert.match(faults({ version: '1.0.0', license: 'MIT' }).join(), /no digest/)
})

test('a licence nobody has looked at is named', () => {
  assert.match(faults({ ...good, license: 'SSPL-1.0' }).join(), /thing@1\.0\.0 is under SSPL-1\.0/)
  assert.match(faults({ ...good, license: 'MIT AND SSPL-1.0' }).join(), /nobody/)
  assert.match(faults({ version: '1.0.0', integrity: 'sha512-x' }).join(), /nothing of its licence/)
})

test('what runs at the installation is named, unless it is known', () => {
  assert.match(faults({ ...good, hasInstallScript: true }).join(), /runs a program/)
  assert.deepEqual(faults({ ...good, hasInstallScript: true }, 'node'), [])
})
