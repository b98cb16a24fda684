import assert from 'node:assert/strict'
import type { lookup } from 'node:dns'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { isPublicAddress } from './public-address.ts'
import { type FetchWish, safeFetch, safeFetcher } from './safe-fetch.ts'
import { Unreachable, type UnreachableWhy } from './unreachable.ts'

const limits = { timeout: 2_000, maxBytes: 1_000, plainHttp: true }

async function serve(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const failsAs = (why: UnreachableWhy) => (error: unknown) => error instanceof Unreachable && error.why === why
const refuses = (url: string, wish: Partial<FetchWish> = {}) =>
  assert.rejects(safeFetch(url, { ...limits, ...wish }), failsAs('forbidden'), url)

test('every spelling of an inside address is refused', async () => {
  const hosts = [
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '127.1',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
  ]
  const more = ['169.254.169.254', '100.64.0.1', '100.127.255.255', '198.18.0.1', '224.0.0.1', '255.255.255.255']
  const six = [
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[2002:7f00:1::]',
    '[fec0::1]',
  ]
  for (const host of [...hosts, ...more, ...six]) await refuses(`http://${host}/`)
})

test('addresses of the internet are public', () => {
  for (const address of ['1.1.1.1', '157.240.1.1', '2606:4700::1111']) assert.ok(isPublicAddress(address))
})

test('names that lead inside, other schemes and credentials are refused', async () => {
  await refuses('http://localhost/')
  for (const url of ['file:///etc/passwd', 'ftp://example.com/', 'gopher://example.com', 'data:,x', 'nonsense', ''])
    await refuses(url)
  await refuses('http://user:pass@1.1.1.1/')
  await refuses('http://1.1.1.1/', { plainHttp: false })
})

test('one inside address among several is enough to refuse, and the name is asked once for each connection', async () => {
  let asked = 0
  const resolving = ((_name: string, _options: object, done: (error: null, found: object[]) => void) => {
    asked++
    done(null, [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ])
  }) as unknown as typeof lookup
  await assert.rejects(safeFetcher(resolving)('http://rebinding.test/', limits), failsAs('forbidden'))
  assert.equal(asked, 1)
})

test('an origin the operator vouches for may be local, and only that origin', async (t) => {
  const url = await serve(t, (_request, response) => response.end('hello'))
  const answer = await safeFetch(`${url}/path`, { ...limits, plainHttp: false, allowedOrigins: [`${url}/base`] })
  assert.equal(answer.body.toString(), 'hello')
  await refuses(url, { allowedOrigins: ['http://127.0.0.1:1', 'http://example.com', 'nonsense'] })
})

test('redirects are checked again and lose their credentials on another host', async (t) => {
  const seen: (string | undefined)[] = []
  const other = await serve(t, (request, response) => {
    seen.push(request.headers.authorization)
    response.end('there')
  })
  const url = await serve(t, (request, response) => {
    const location = request.url === '/out' ? other : request.url === '/same' ? '/out' : 'http://169.254.169.254/latest'
    response.writeHead(302, { location }).end()
  })
  const wish = { ...limits, headers: { authorization: 'Bearer secret' }, redirects: 3 }

  const answer = await safeFetch(`${url}/same`, { ...wish, allowedOrigins: [url, other] })
  assert.deepEqual([answer.url, answer.body.toString(), seen], [`${other}/`, 'there', [undefined]])
  await refuses(`${url}/metadata`, { ...wish, allowedOrigins: [url] })
  await refuses(`${url}/out`, { ...wish, allowedOrigins: [url] })
  assert.equal((await safeFetch(`${url}/out`, { ...wish, redirects: 0, allowedOrigins: [url] })).status, 302)
  assert.equal((await safeFetch(`${url}/out`, { ...wish, method: 'POST', allowedOrigins: [url, other] })).status, 302)
})

test('an endless body, a stall and a broken connection end with a word for it', async (t) => {
  const url = await serve(t, (request, response) => {
    if (request.url === '/stall') return
    if (request.url === '/break') return void request.socket.destroy()
    if (request.url === '/drip') response.write('x')
    else setInterval(() => response.write('x'.repeat(10_000)), 1).unref()
  })
  const wish = { ...limits, timeout: 200, allowedOrigins: [url] }
  await assert.rejects(safeFetch(`${url}/endless`, { ...wish, timeout: 5_000 }), failsAs('too_large'))
  await assert.rejects(safeFetch(`${url}/stall`, wish), failsAs('timed_out'))
  await assert.rejects(safeFetch(`${url}/drip`, wish), failsAs('timed_out'))
  await assert.rejects(safeFetch(`${url}/break`, wish), failsAs('broken'))
})

test('a call that found nobody listening is certain not to have been sent', async (t) => {
  const url = await serve(t, () => undefined)
  const [nobody] = [url.replace(/\d+$/, '1')]
  const failure = await safeFetch(nobody, { ...limits, allowedOrigins: [nobody] }).catch((error: unknown) => error)
  assert.ok(failure instanceof Unreachable && failure.isCertainlyNotSent)
})
