import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceWords } from './device.ts'

test('devices are called as people call them', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
  const called: readonly [agent: string, words: string][] = [
    [`${mac} Version/17.4 Safari/605.1.15`, 'Safari on Mac'],
    [`${mac} Chrome/124.0.0.0 Safari/537.36 Edg/124.0`, 'Edge on Mac'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:126.0) Gecko/20100101 Firefox/126.0', 'Firefox on Windows'],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/124.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['curl/8.5.0', 'curl'],
    ['node', 'node'],
    ['', 'an unknown device'],
  ]
  for (const [agent, words] of called) assert.equal(deviceWords(agent), words)
})
