import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pastedFile, pastedText } from './pastedText.ts'
import { wordsOfHtml } from './wordsOfHtml.ts'

it('gives the words line by line, and nothing that would not be read', () => {
  const html =
    '<html><head><style>p { color: red }</style><title>Tab</title></head><body><!-- a note --><h1>The&nbsp;pier</h1>\n<p>Costs &pound;5 &amp; more&#8230;</p><script>if (1 < 2) run()</script><ul><li>One<li>Two</ul></body>'
  expect(wordsOfHtml(html)).toBe('The pier\nCosts &pound;5 & more…\nOne\nTwo')
})
it('reads anything, and at once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', '<!--', '-->', '<script>', '</', '>', 'a', '&#', ';')),
      parts => {
        wordsOfHtml(parts.join(''))
      },
    ),
  )
  for (const evil of ['<!--', '<script>', '<script', '&#1', '<', '</p', ' \n']) {
    const text = evil.repeat(100_000 / evil.length)
    const startedAt = performance.now()
    wordsOfHtml(text)
    expect(performance.now() - startedAt).toBeLessThan(250)
  }
})
it('keeps pasted HTML as it was, and says what its letters are', async () => {
  const data: Record<string, string> = { 'text/html': '<p>£5 – “fine”</p>', 'text/plain': '' }
  const pasted = pastedText({ getData: type => data[type] ?? '' })!
  expect(pasted.text).toBe('£5 – “fine”')
  const { name, file } = pastedFile(pasted, ' A title ')
  expect(name).toBe('Pasted text.html')
  expect(await file.text()).toBe('<!doctype html><meta charset="utf-8">\n<p>£5 – “fine”</p>')
  expect(pastedFile({ ...pasted, html: null, url: 'https://pier.example/' }, '')).toMatchObject({
    name: 'Pasted text.txt',
    url: 'https://pier.example/',
  })
  expect(pastedText({ getData: () => ' \n' })).toBeNull()
})
