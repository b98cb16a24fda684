import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { test } from 'node:test'
import { migrationsFolder } from '#lib/database/migrate'
import { modules } from '../src/modules.ts'
import { importsOf, type Shape, type SourceFile, trespasses } from './source-rules.ts'

const server = join(import.meta.dirname, '..')

function sources(pattern: string): SourceFile[] {
  return globSync(pattern, { cwd: server })
    .filter((path) => !/\.(test|testing|gen)\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(server, path), 'utf8') }))
}

const views = globSync('*.sql', { cwd: migrationsFolder }).flatMap((file) =>
  [
    ...readFileSync(join(migrationsFolder, file), 'utf8').matchAll(/create (?:or replace )?view ([a-z_]+\.[a-z_]+)/g),
  ].map((match) => match[1] ?? ''),
)
const shape: Shape = { modules, views: new Set(views) }

for (const module of modules) {
  test(`${module} leans only on what stands before it`, () => {
    const found = sources(`src/modules/${module}/**/*.ts`).flatMap((file) => trespasses(module, file, shape))
    assert.deepEqual(found, [])
  })
}

test('every module folder has a place in the order, and the other way round', () => {
  const folders = globSync('src/modules/*', { cwd: server }).map((path) => path.split(sep).at(-1))
  assert.deepEqual(folders.sort(), [...modules].sort())
})

test('lib knows no business, and modules know no HTTP and no wiring', () => {
  const wrong = [
    ...sources('src/lib/**/*.ts').filter(({ text }) =>
      importsOf(text).some((target) => target.startsWith('#') && !target.startsWith('#lib/')),
    ),
    ...sources('src/modules/**/*.ts').filter(({ text }) =>
      importsOf(text).some((target) => /(^fastify|\/http\/|\/app\.ts$|\/config\.ts$)/.test(target)),
    ),
  ]
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('only the wiring loads what is not a module’s front', () => {
  const deep = sources('src/**/*.ts')
    .filter(({ path }) => !path.startsWith(join('src', 'modules')) && path !== join('src', 'app.ts'))
    .filter(({ text }) => importsOf(text).some((target) => target.includes('/modules/')))
  assert.deepEqual(
    deep.map(({ path }) => path),
    [],
  )
})

test('one file reads the environment', () => {
  const readers = sources('src/**/*.ts').filter(({ text }) => /process\.env/.test(text))
  assert.deepEqual(readers.map(({ path }) => relative('src', path)).sort(), ['main.ts'])
})

const sample = { modules: ['tenancy', 'contacts', 'channels'], views: new Set(['contacts.card']) }
const inContacts = (text: string) =>
  trespasses('contacts', { path: join('src', 'modules', 'contacts', 'sample.ts'), text }, sample)
const inChannels = (text: string) =>
  trespasses('channels', { path: join('src', 'modules', 'channels', 'sample.ts'), text }, sample)

test('each trespass is seen', () => {
  assert.equal(inContacts(`import { connect } from '#channels'`).length, 1)
  assert.equal(inContacts(`import { connect } from '../channels/connect.ts'`).length, 1)
  assert.equal(inContacts('sql`select 1 from channels.channel`').length, 1)
  assert.equal(inContacts(`tx.db.selectFrom('channels.channel')`).length, 1)
  assert.equal(inContacts(`query.innerJoin('tenancy.member as m', 'm.id', 'c.id')`).length, 1)
  assert.equal(inChannels(`tx.db.updateTable('contacts.contact')`).length, 1)
  assert.equal(inChannels(`tx.db.selectFrom('contacts.identity')`).length, 1)
  assert.equal(inChannels('sql`insert into contacts.contact values (1)`').length, 1)
})

test('what is allowed passes', () => {
  assert.deepEqual(
    inChannels(`import { resolve } from '#contacts'\nimport { z } from 'zod'\nimport { newId } from '#lib/id'`),
    [],
  )
  assert.deepEqual(inChannels(`tx.db.selectFrom('channels.channel').leftJoin('contacts.card as card', 'a', 'b')`), [])
  assert.deepEqual(inChannels('sql`update channels.channel set name = 1`'), [])
  assert.deepEqual(inChannels('// reads from contacts.contact in prose'), [])
})
