import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PrintedPack } from '../printJob.ts'
import { type Printed, readPrinted } from '../readPrinted.testkit.ts'
import type { Block, Paragraph, Run, Table, TypesetPack } from '../typeset/block.ts'
import { pressPack } from './pressPack.ts'

const assets = join(import.meta.dirname, '..', '..', '..', '..', 'assets')

export interface Pressed extends PrintedPack {
  read: Printed
  /** The text of each page's body, a space between its pieces. */
  bodies: string[]
}

/** Prints blocks, and reads what came of it. */
export async function pressed(blocks: Block[], more: Partial<TypesetPack> = {}): Promise<Pressed> {
  const printed = await press(blocks, more)
  const read = await readPrinted(printed.bytes)
  return { ...printed, read, bodies: bodiesOf(read.pages) }
}

/** The same without the structure, which takes pdf.js long to read in a file of many pages. */
export async function pressedPages(blocks: Block[]): Promise<Pick<Printed, 'pages'> & { bodies: string[] }> {
  const { bytes } = await press(blocks)
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: Printed['pages'] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(
      items.flatMap(item =>
        'str' in item && item.str.trim() !== '' ? { text: item.str, y: item.transform[5] as number } : [],
      ),
    )
  }
  await pdf.loadingTask.destroy()
  return { pages, bodies: bodiesOf(pages) }
}

function press(blocks: Block[], more: Partial<TypesetPack> = {}): Promise<PrintedPack> {
  const pack = {
    title: 'Ferries',
    author: '',
    marking: 'OFFICIAL',
    handling: [],
    date: '2027-01-09T10:30:00Z',
  }
  return pressPack({ ...pack, blocks, ...more }, assets)
}

const bodiesOf = (pages: Printed['pages']): string[] =>
  pages.map(items =>
    items
      .filter(({ y }) => y > 75 && y < 790)
      .map(({ text }) => text)
      .join(' '),
  )

/** The structure on one page (from 0): "P(Reference(Link)) Note(Lbl(Link) P)". */
export async function structureOn(bytes: Uint8Array, page: number): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const tree = (await (await pdf.getPage(page + 1)).getStructTree()) as Node
  await pdf.loadingTask.destroy()
  return shapes(tree.children![0]!)
}

/** What a screen reader says of each link. */
export async function linkDescriptions(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const said: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    for (const { contentsObj } of await (await pdf.getPage(number)).getAnnotations())
      said.push(contentsObj.str)
  }
  await pdf.loadingTask.destroy()
  return said
}

interface Node {
  role?: string
  children?: Node[]
}

const shapes = (node: Node): string =>
  (node.children ?? [])
    .filter(({ role }) => role !== undefined)
    .map(child => {
      const within = shapes(child)
      return within === '' ? child.role! : `${child.role}(${within})`
    })
    .join(' ')

export const paragraph = (runs: string | Run[], more: Partial<Paragraph> = {}): Block => ({
  kind: 'paragraph',
  runs: typeof runs === 'string' ? [{ text: runs }] : runs,
  ...more,
})

export const section = (text: string, level = 2): Block => ({
  kind: 'heading',
  level,
  role: 'section',
  runs: [{ text }],
})

export const annex = (text: string): Block => ({
  kind: 'heading',
  level: 2,
  role: 'annex',
  runs: [{ text }],
})

export const footnote = (number: number, text: string): Run => {
  const label = String(number)
  return {
    text: label,
    raised: true,
    note: { label, runs: [{ text }], anchor: `note-${label}`, back: `noted-${label}` },
  }
}

/** A table of cells that hold a text or runs; its first row is its header. */
export function table(rows: (string | Run[])[][], caption?: string): Table {
  return {
    kind: 'table',
    headerRows: 1,
    columns: rows[0]!.length,
    rows: rows.map((row, r) =>
      row.map((words, column) => ({
        heading: r === 0,
        column,
        columns: 1,
        rows: 1,
        blocks: [paragraph(words)],
      })),
    ),
    ...(caption === undefined ? {} : { caption: [{ text: caption }] }),
  }
}

export const words = (count: number): string =>
  Array.from({ length: count }, (_, i) => `word${i % 97}`).join(' ')
