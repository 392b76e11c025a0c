import { expect, test } from 'vitest'
import { visibleLine, visibleText } from './visible.ts'

test('a name is one line that gives a terminal nothing to obey', () => {
  expect(visibleLine('a\u001b[2Jb\nc\u009bd\u202efdp.exe')).toBe(
    'a[U+001B][2Jb[U+000A]c[U+009B]d[U+202E]fdp.exe',
  )
  expect(visibleLine('Café – “Ирина” 日本')).toBe('Café – “Ирина” 日本')
})

test('a text keeps its lines', () => {
  expect(visibleText('a\tb\n  c\rd\u001b]0;x\u0007\u2066e')).toBe(
    'a\tb\n  c[U+000D]d[U+001B]]0;x[U+0007][U+2066]e',
  )
})
