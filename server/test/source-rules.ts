import { dirname, join, sep } from 'node:path'

export interface SourceFile {
  /** Path below server/, such as `src/modules/contacts/create.ts`. */
  readonly path: string
  readonly text: string
}

export interface Shape {
  /** The modules in the order they lean on each other. */
  readonly modules: readonly string[]
  /** Views, as `schema.view`: what a module publishes to those after it. */
  readonly views: ReadonlySet<string>
}

/** PostgreSQL schemas of a module: one of its own name, and for tenancy the accounts' too. */
export function schemasOf(module: string): readonly string[] {
  return module === 'tenancy' ? ['tenancy', 'auth'] : [module]
}

/** Every way in which a module's file leans where it must not, as sentences. */
export function trespasses(module: string, file: SourceFile, shape: Shape): string[] {
  return [...wrongImports(module, file, shape), ...wrongTables(module, file, shape)]
}

function wrongImports(module: string, { path, text }: SourceFile, { modules }: Shape): string[] {
  const home = join('src', 'modules', module) + sep
  const upstream = modules.slice(0, modules.indexOf(module))
  return importsOf(text).flatMap((target) => {
    if (target.startsWith('.') && !join(dirname(path), target).startsWith(home))
      return [`${path} climbs out of ${module}: ${target}`]
    if (!target.startsWith('#') || target.startsWith('#lib/')) return []
    return upstream.includes(target.slice(1)) ? [] : [`${path} may not import ${target}`]
  })
}

function wrongTables(module: string, { path, text }: SourceFile, { modules, views }: Shape): string[] {
  const own = schemasOf(module)
  const upstream = modules.slice(0, modules.indexOf(module)).flatMap(schemasOf)
  const code = withoutComments(text)
  const written = tablesIn(code, writing).filter((table) => !own.includes(schemaOf(table)))
  const read = tablesIn(code, reading).filter((table) => {
    const schema = schemaOf(table)
    const isPublished = upstream.includes(schema) && views.has(snake(table))
    return !own.includes(schema) && !isPublished && isSchema(schema, modules)
  })
  return [
    ...written.filter((table) => isSchema(schemaOf(table), modules)).map((table) => `${path} writes ${table}`),
    ...read.map((table) => `${path} reads ${table}, which is no view published upstream`),
  ]
}

// SQL text, and the calls of the query builder.
const writing = [
  /\b(?:insert\s+into|update|delete\s+from)\s+([a-z_]+\.[a-z_]+)/gi,
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`]([a-zA-Z]+\.[a-zA-Z]+)/g,
]
const reading = [
  /\b(?:from|join)\s+([a-z_]+\.[a-z_]+)/gi,
  /\b(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|innerJoinLateral|leftJoinLateral|using)\(\s*\[?\s*['"`]([a-zA-Z]+\.[a-zA-Z]+)/g,
]

function tablesIn(code: string, patterns: readonly RegExp[]): string[] {
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''))
}

export function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

function isSchema(name: string, modules: readonly string[]): boolean {
  return modules.flatMap(schemasOf).includes(name)
}

function schemaOf(table: string): string {
  return table.split('.')[0] ?? ''
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
