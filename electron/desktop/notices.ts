import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'

// Writes out/THIRD-PARTY-NOTICES.txt, run from the project's folder before packaging.

interface Manifest {
  name: string
  version: string
  license?: string
  author?: string | { name?: string }
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** A package that is in the packaged app, whole or bundled in. */
export interface PackagedPackage {
  name: string
  version: string
  /** An SPDX expression, as the package declares it. */
  license: string
  folder: string
  /** The licence and notice texts that came with it. */
  texts: string[]
}

/**
 * What the packaged app holds of others: the dependencies of package.json, every package that the sources of the
 * app import, and what those depend on. It may name a package of which nothing was bundled; it misses none.
 */
export function packagedPackages(root: string): PackagedPackage[] {
  const manifest = readManifest(root)
  const found = new Map<string, PackagedPackage>()
  const waiting = [...Object.keys(manifest.dependencies ?? {}), ...importedPackages(root)].map(name => ({
    name,
    from: root,
  }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = findPackage(next.name, next.from, root)
    if (folder === null || found.has(folder)) continue
    const { name, version, license = 'as in its text', ...rest } = readManifest(folder)
    if (name.startsWith('@types/')) continue
    found.set(folder, { name, version, license, folder, texts: licenceTexts(folder) })
    const peers = Object.keys(rest.peerDependencies ?? {}).filter(
      peer => !rest.peerDependenciesMeta?.[peer]?.optional,
    )
    for (const dependency of [...Object.keys(rest.dependencies ?? {}), ...peers]) {
      waiting.push({ name: dependency, from: folder })
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The whole text of the notices. */
export function noticesText(root: string): string {
  const packages = packagedPackages(root).map(
    ({ name, version, license, texts }) =>
      `${name} ${version}\nLicence: ${license}\n\n${texts.join('\n\n') || 'The package brings no text of its licence.'}`,
  )
  const fonts = globSync('assets/**/{OFL,LICENSE,LICENCE}*', { cwd: root })
    .sort()
    .map(path => `${path.replaceAll('\\', '/')}\n\n${readFileSync(join(root, path), 'utf8').trim()}`)
  return [
    'Despatch is under the MIT licence. It is built on the work of others, whose licences follow.\nElectron and Chromium bring their own notices, in LICENSE.electron.txt and LICENSES.chromium.html beside the program.',
    ...packages,
    ...fonts,
  ].join(`\n\n${'-'.repeat(80)}\n\n`)
}

/** Every package that the app's sources name in an import, tests and build files left out. */
function importedPackages(root: string): string[] {
  const files = globSync('{shared,renderer,electron/{backend,desktop}}/**/*.{ts,tsx,css}', { cwd: root })
  const names = new Set<string>()
  for (const file of files) {
    const path = file.replaceAll('\\', '/')
    if (/\.(test|property|config)\.|\/fixtures\/|\/notices\.ts$/.test(path)) continue
    const source = readFileSync(join(root, file), 'utf8')
    for (const [, specifier = ''] of source.matchAll(/(?:from|import|import\()\s*['"]([^'"]+)['"]/g)) {
      const quoted = specifier.replace(/^[./]+\/node_modules\//, '')
      if (/^[./]/.test(quoted) || isBuiltin(quoted)) continue
      const parts = quoted.split('/')
      names.add(quoted.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? ''))
    }
  }
  // Not bundled: Electron is the program itself, and brings its own notices.
  names.delete('electron')
  return [...names]
}

/** Node's own search: the nearest node_modules upwards. Null for what is not installed, as an optional peer. */
function findPackage(name: string, from: string, root: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === root || folder === dirname(folder)) return null
  }
}

function licenceTexts(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => /^(licen[cs]e|copying|notice|ofl)([.-]|$)/i.test(name) && !/\.(js|ts|json)$/.test(name))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8').trim())
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

if (import.meta.main) {
  const root = process.cwd()
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(join(root, 'out', 'THIRD-PARTY-NOTICES.txt'), `${noticesText(root)}\n`)
}
