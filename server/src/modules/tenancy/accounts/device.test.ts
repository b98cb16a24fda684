import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceWords } from './device.ts'

const inWebKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test('a device is called what its owner calls it', () => {
  const named: readonly [string | null, string][] = [
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${inWebKit} Chrome/142.0 Safari/537.36 Edg/142.0`, 'Edge on Windows'],
    [
      `Mozilla/5.0 (Linux; Android 15; SM-S931B) ${inWebKit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${inWebKit} HeadlessChrome/142.0 Safari/537.36`, 'Chrome on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15',
      'Safari on Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1',
      'Chrome on iPhone',
    ],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['curl/8.14.1', 'curl'],
    ['', 'An unknown device'],
    [null, 'An unknown device'],
  ]
  for (const [agent, words] of named) assert.equal(deviceWords(agent), words)
})
