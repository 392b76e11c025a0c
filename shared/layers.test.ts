import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Who may import whom. A file belongs to the first room whose pattern fits its path. It may import its own
 * room, the rooms named, and the packages named ("node:" stands for Node's own); nothing else.
 */
const law: { room: string; pattern: RegExp; rooms: string[]; packages: string[] }[] = [
  {
    room: 'tests',
    pattern: /\.(test|testkit)\.tsx?$|(^|\/)fixtures?\//,
    rooms: [
      'shared',
      'backend',
      'node',
      'desktop',
      'loopback',
      'cli',
      'bench',
      'fuzz',
      'start',
      'renderer',
      'renderer-rooms',
      'preview',
      'shell',
      'press',
    ],
    packages: ['*'],
  },
  {
    // Measures the desk with the archives and words that the search is measured with.
    room: 'bench-desk',
    pattern: /^e2e\/deskBench\.ts$/,
    rooms: ['bench', 'e2e'],
    packages: ['node:', '@playwright/test'],
  },
  {
    room: 'e2e',
    pattern: /^e2e\//,
    rooms: [],
    packages: [
      'node:',
      '@playwright/test',
      '@axe-core/playwright',
      'axe-core',
      'pdfjs-dist',
      'electron-builder',
    ],
  },
  { room: 'shared', pattern: /^shared\//, rooms: [], packages: ['zod', '@tiptap/'] },
  {
    room: 'press',
    pattern: /^electron\/backend\/pdf\/press\//,
    rooms: ['backend', 'shared'],
    packages: ['node:', 'pdfkit', 'fontkit'],
  },
  {
    room: 'backend',
    pattern: /^electron\/backend\//,
    rooms: ['shared', 'press'],
    packages: [
      'node:',
      'better-sqlite3',
      'zod',
      'parse5',
      '@mozilla/readability',
      'pdfjs-dist',
      'mammoth',
      'iconv-lite',
      'postal-mime',
      '@kenjiuno/msgreader',
      'yauzl',
      'diff',
      '@tiptap/pm',
    ],
  },
  { room: 'node', pattern: /^electron\/node\//, rooms: ['backend', 'shared'], packages: ['node:'] },
  {
    room: 'desktop',
    pattern: /^electron\/desktop\//,
    rooms: ['backend', 'shared'],
    packages: ['node:', 'zod', 'electron', 'rolldown'],
  },
  {
    room: 'loopback',
    pattern: /^electron\/loopback\//,
    rooms: ['backend', 'shared', 'node'],
    packages: ['node:', 'zod'],
  },
  {
    room: 'bench',
    pattern: /^electron\/bench\//,
    rooms: ['backend', 'shared', 'node'],
    packages: ['node:', 'better-sqlite3', 'pdfkit', 'parse5'],
  },
  {
    room: 'fuzz',
    pattern: /^electron\/fuzz\//,
    // Its fixtures are those of the readers' own tests.
    rooms: ['backend', 'shared', 'node', 'bench', 'tests'],
    packages: ['node:'],
  },
  {
    room: 'cli',
    pattern: /^electron\/cli\//,
    rooms: ['backend', 'shared', 'node'],
    packages: ['node:', 'zod'],
  },
  {
    room: 'start',
    pattern: /^electron\/start/,
    rooms: ['loopback', 'node', 'shared', 'backend'],
    packages: ['node:', 'vite'],
  },
  {
    room: 'shell',
    pattern: /^renderer\/(shell\/|main\.tsx|vite\.config\.ts)/,
    rooms: ['renderer', 'renderer-rooms', 'preview', 'shared'],
    packages: ['react', 'react-dom', 'react-aria-components', '@tanstack/', 'vite', '@vitejs/', 'node:'],
  },
  {
    room: 'renderer-rooms',
    pattern: /^renderer\/(library|reader|compare|editor|evidence|export|packs|spelling)\//,
    rooms: ['renderer', 'shared'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      '@tanstack/',
      '@tiptap/',
      'nspell',
      'dictionary-en-gb',
    ],
  },
  {
    room: 'preview',
    pattern: /^renderer\/preview\//,
    rooms: ['renderer', 'shared'],
    packages: ['react', 'pdfjs-dist'],
  },
  {
    room: 'renderer',
    pattern: /^renderer\//,
    rooms: ['shared'],
    packages: ['react', 'react-dom', 'react-aria-components', '@tanstack/'],
  },
]

const root = resolve(import.meta.dirname, '..')
const files = globSync('{shared,electron,renderer,e2e}/**/*.{ts,tsx}', { cwd: root }).map(file =>
  file.replaceAll('\\', '/'),
)

const roomOf = (file: string) => law.find(({ pattern }) => pattern.test(file))

/** The files of the backend that hosts may import: its door, what a host lends it, and the byte doors beside it. */
const publicBackend = new Set(
  [
    'index',
    'backend',
    'host',
    'staging',
    'copyWhole',
    'makeFolder',
    'whyNotWritten',
    'storageFailure',
    'jobs/entry',
    'jobs/jobHeap',
    'jobs/jobMemory',
    'database/lock',
  ].map(name => `electron/backend/${name}.ts`),
)
const hosts = new Set(['node', 'desktop', 'loopback', 'cli', 'start'])

/** The folder directly below renderer/ or electron/backend/, for rooms that hold several. */
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/')

interface Import {
  file: string
  target: string
  isTypeOnly: boolean
}

const imports: Import[] = files.flatMap(file =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map(([, type, target, dynamic]) => ({
    file,
    target: (target ?? dynamic)!,
    isTypeOnly: type !== undefined,
  })),
)

const broken = imports.flatMap(({ file, target }) => {
  const room = roomOf(file)
  if (!room) return [`${file} belongs to no room`]
  if (target.startsWith('.')) {
    const imported = relative(root, resolve(root, dirname(file), target.replace(/\?.*$/, ''))).replaceAll(
      '\\',
      '/',
    )
    if (/\.(css|ttf|svg|png|json|aff|dic)$/.test(imported)) return []
    const other = roomOf(imported)?.room
    const isOwn =
      other === room.room &&
      (room.room !== 'renderer-rooms' ||
        folderOf(file) === folderOf(imported) ||
        folderOf(imported) === 'renderer/spelling')
    return isOwn || (other !== undefined && room.rooms.includes(other)) ? [] : [`${file} imports ${imported}`]
  }
  const isAllowed = room.packages.some(
    allowed =>
      allowed === '*' ||
      target === allowed ||
      (/[:/]$/.test(allowed) ? target.startsWith(allowed) : target.startsWith(`${allowed}/`)),
  )
  return isAllowed ? [] : [`${file} imports ${target}`]
})

describe('the layer law', () => {
  test('reads the files it judges', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(200)
  })

  test('holds everywhere', () => {
    expect(broken).toEqual([])
  })

  test('hosts know the backend by its public files only', () => {
    const inside = imports.flatMap(({ file, target }) => {
      const imported = relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/')
      const isInside =
        target.startsWith('.') && imported.startsWith('electron/backend/') && !publicBackend.has(imported)
      return isInside && hosts.has(roomOf(file)?.room ?? '') ? [`${file} imports ${imported}`] : []
    })
    expect(inside).toEqual([])
  })

  test('Electron is named in the desktop room only', () => {
    const naming = imports.filter(({ target }) => target === 'electron' || target.startsWith('electron/'))
    expect(naming.map(({ file }) => file).filter(file => !file.startsWith('electron/desktop/'))).toEqual([])
  })
})
