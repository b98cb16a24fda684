import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { modules } from '../src/modules.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** What looks like a path in a document, in backticks or as a link. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)].map((match) => match[1] ?? '')
  const linked = [...text.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map((match) => match[1] ?? '')
  // Folders that appear while it runs are no part of the sources.
  return [...quoted, ...linked].filter((path) => !path.startsWith('.data/'))
}

function exists(document: string, path: string): boolean {
  const places = ['', 'server/src', 'db', join(document, '..')]
  return places.some((place) => existsSync(join(root, place, path)))
}

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md', { cwd: root }),
  'server/bench/README.md',
]

for (const document of documents) {
  test(`${document} names only what exists`, () => {
    assert.deepEqual(
      pathsIn(read(document)).filter((path) => !exists(document, path)),
      [],
    )
  })
}

test('ARCHITECTURE.md names every module, in order', () => {
  const named = [...read('ARCHITECTURE.md').matchAll(/^- \*\*(\w+)\*\* \(`server\/src\/modules\//gm)].map(
    (match) => match[1],
  )
  assert.deepEqual(named, [...modules])
})

test('the table of variables, the example and the program know the same variables', () => {
  const table = [...read('docs/guides/configuration.md').matchAll(/^\| `([A-Z_]+)` *\|/gm)].map((match) => match[1])
  const example = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map((match) => match[1])
  const program = [...read('server/src/config.ts').matchAll(/^ {2}([A-Z_]+): (?!')/gm)].map((match) => match[1])
  assert.deepEqual(example, table)
  assert.deepEqual([...program].sort(), [...table].sort())
})

test('README.md fits one screen and begins with the two commands', () => {
  const readme = read('README.md')
  assert.ok(readme.split('\n').length <= 60)
  assert.ok(readme.indexOf('npm start') < readme.indexOf('npm test'))
  assert.ok(readme.indexOf('npm test') < 900)
})

test('every script says when to use it and what it does', () => {
  const silent = globSync('scripts/*.{ts,mjs}', { cwd: root }).filter(
    (file) => !/^\/\/ When: .*\n\/\/ What: /.test(read(file)),
  )
  assert.deepEqual(silent, [])
})
