import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Block } from '../typeset/block.ts'
import {
  footnote,
  linkDescriptions,
  paragraph,
  pressed,
  structureOn,
  table,
  words,
} from './pressed.testkit.ts'

test('a note stands at the foot of the page of its label, after its paragraph in reading order', async () => {
  const { bytes, read } = await pressed([
    paragraph([{ text: 'The boat' }, footnote(1, 'The late one.'), { text: ' sails.' }]),
    paragraph('Another paragraph.'),
  ])
  expect(await structureOn(bytes, 0)).toBe('P P(Reference(Link)) Note(Lbl(Link) P) P')
  const [page] = read.pages
  const note = page!.find(({ text }) => text === 'The late one.')!
  const foot = page!.find(({ text }) => text === 'Page 1 of 1')!
  expect(note.y - foot.y).toBeGreaterThan(foot.y / 4)
  expect(note.y - foot.y).toBeLessThan(40)
  expect(page!.every(({ text, y }) => text === 'The late one.' || y < note.y + 1 || y > note.y + 100)).toBe(
    true,
  )
})

test('label and note lead to each other, and say so', async () => {
  const { bytes, read } = await pressed([
    paragraph([
      { text: 'Words', anchor: 'own' },
      { ...footnote(1, 'Note.'), anchor: 'cited' },
    ]),
  ])
  expect(read.links.map(({ dest }) => dest)).toEqual(['note-1', 'noted-1'])
  const [label, back] = read.links
  expect(label!.top!).toBeLessThan(150)
  expect(back!.top!).toBeGreaterThan(700)
  expect(await linkDescriptions(bytes)).toEqual(['Go to footnote 1', 'Back to the text at footnote 1'])
})

test('notes of list items, headings, captions and cells stand where the structure allows them', async () => {
  const note = (number: number) => [{ text: 'Words' }, footnote(number, `Note ${number}.`)]
  const { bytes, bodies } = await pressed([
    { kind: 'heading', level: 2, role: 'section', runs: note(1) },
    { kind: 'list', numbering: 'Disc', items: [{ label: [{ text: '•' }], blocks: [paragraph(note(2))] }] },
    {
      ...table([
        ['A', note(3)],
        ['B', note(4)],
      ]),
      caption: note(5),
    },
    { kind: 'fields', rows: [{ name: 'To', runs: note(6) }] },
    { kind: 'quotation', runs: note(7) },
  ])
  const label = 'P(Reference(Link))'
  const foot = 'Note(Lbl(Link) P)'
  expect(await structureOn(bytes, 0)).toBe(
    [
      'P H2(Reference(Link))',
      foot,
      `L(LI(Lbl LBody(${label} ${foot})))`,
      `Table(Caption(${label} ${foot}) THead(TR(TH(P) TH(${label} ${foot}))) TBody(TR(TD(P) TD(${label} ${foot}))))`,
      `Table(TR(TH TD(${label} ${foot})))`,
      `BlockQuote(${label} ${foot})`,
    ].join(' '),
  )
  for (let number = 1; number <= 7; number++) expect(bodies[0]).toContain(`Note ${number}.`)
})

test('a header that is repeated does not repeat its notes', async () => {
  const rows = Array.from({ length: 80 }, (_, i) => [`Row ${i}`, 'Words'])
  const { bodies } = await pressed([
    table([['Name', [{ text: 'Remarks' }, footnote(1, 'Made by hand.')]], ...rows]),
  ])
  expect(bodies.length).toBeGreaterThan(1)
  expect(bodies.every(body => body.includes('Remarks'))).toBe(true)
  expect(bodies.filter(body => body.includes('Made by hand.'))).toHaveLength(1)
})

test('every word of a long note is printed, over as many pages as it takes', async () => {
  const note = words(2500).replaceAll('word', 'note')
  const { read, pages } = await pressed([
    paragraph([{ text: words(300) }, footnote(1, note), { text: ` ${words(300)}` }]),
  ])
  expect(pages).toBeGreaterThan(3)
  const parts = read.elements.flatMap(({ role, text }) => (role === 'P' && /^note/.test(text) ? text : []))
  expect(parts.length).toBeGreaterThan(3)
  expect(parts.join(' ') === note).toBe(true)
})

test('a glyph that no font has is named with its footnote', async () => {
  const pack: Block[] = [{ ...paragraph([{ text: 'Words' }, footnote(3, 'A 🚢.')]), where: 'paragraph 2' }]
  await expect(pressed(pack)).rejects.toThrow('which stands in footnote 3 to paragraph 2')
})

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
test.skipIf(!hasQpdf)('each note has an identifier, and the file finds it by that', async () => {
  const { bytes } = await pressed([
    paragraph([footnote(2, 'Two.'), footnote(10, 'Ten.'), footnote(1, 'One.'), { text: '.' }]),
  ])
  const folder = mkdtempSync(join(tmpdir(), 'despatch-notes-'))
  try {
    const file = join(folder, 'notes.pdf')
    writeFileSync(file, bytes)
    expect(spawnSync('qpdf', ['--check', file]).status).toBe(0)
    const { stdout } = spawnSync('qpdf', ['--json', '--json-key=qpdf', file], { encoding: 'utf8' })
    const [, objects] = JSON.parse(stdout).qpdf as [
      unknown,
      Record<string, { value: Record<string, unknown> }>,
    ]
    const values = Object.values(objects).map(({ value }) => value)
    const tree = values.find(value => value?.['/Type'] === '/StructTreeRoot')!
    const { '/Names': names } = objects[`obj:${tree['/IDTree']}`]!.value as { '/Names': string[] }
    const ids = names.filter((_, i) => i % 2 === 0)
    expect(ids).toEqual(['u:note-1', 'u:note-10', 'u:note-2'])
    for (const [i, id] of ids.entries()) {
      expect(objects[`obj:${names[i * 2 + 1]}`]!.value).toMatchObject({ '/S': '/Note', '/ID': id })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
