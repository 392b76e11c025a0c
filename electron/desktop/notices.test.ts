import { describe, expect, test } from 'vitest'
import { noticesText, packagedPackages } from './notices.ts'

const root = process.cwd()
const packages = packagedPackages(root)
const names = packages.map(({ name }) => name)

describe('the third-party notices', () => {
  test('name what is packaged, what is bundled in, and what those depend on', () => {
    for (const name of [
      'better-sqlite3',
      'pdfkit',
      'fontkit',
      'zod',
      'parse5',
      'mammoth',
      '@tiptap/core',
      'prosemirror-model',
    ]) {
      expect(names).toContain(name)
    }
  })

  test('leave out what only builds and checks', () => {
    for (const name of ['electron', 'electron-builder', 'vite', 'rolldown', 'typescript', 'vitest', 'node']) {
      expect(names).not.toContain(name)
    }
  })

  test('know the licence of each, and none that would bind the app', () => {
    for (const { name, license, texts } of packages) {
      expect(license !== 'as in its text' || texts.length > 0, name).toBe(true)
      expect(license, name).not.toMatch(/^(A?GPL|SSPL|BUSL|CC-BY-NC)/)
    }
  })

  test('carry the texts, those of the fonts too', () => {
    const text = noticesText(root)
    expect(text).toContain('Permission is hereby granted')
    expect(text).toMatch(/SIL OPEN FONT LICENSE/i)
    expect(text).not.toContain(root)
  })
})
