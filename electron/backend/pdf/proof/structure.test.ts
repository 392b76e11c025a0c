import { expect, test, vi } from 'vitest'
import { fixturePacks } from '../fixtures/fixturePacks.ts'
import { printPack } from '../index.ts'
import { type PdfFile, readPdf, streamData } from './pdfFile.testkit.ts'
import { type Dict, isStream, type PdfValue } from './pdfSyntax.testkit.ts'
import { structuralFaults } from './structuralFaults.testkit.ts'
import { type StructureElement, structureElements } from './structureTree.testkit.ts'

// Packs are made by processes of their own or by the dozen: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 })

test.each(Object.entries(fixturePacks))('%s has no fault that a machine can find', async (_, job) => {
  expect(structuralFaults(readPdf((await printPack(job())).bytes))).toEqual([])
})

const { bytes } = await printPack(fixturePacks.everything!())

/** Faults put into a good file, and what is to be said of each. */
const damages: [fault: RegExp, damage: (pdf: PdfFile, first: FirstElement) => void][] = [
  [/6\.1-1/, pdf => Object.assign(pdf, { header: '%PDF-2.0' })],
  [/6\.2-1/, pdf => pdf.dict(pdf.catalog, 'MarkInfo').set('Marked', false)],
  [/7\.1-4/, pdf => pdf.dict(pdf.catalog, 'MarkInfo').set('Suspects', true)],
  [/7\.2-2\b/, pdf => pdf.catalog.delete('Lang')],
  [/7\.1-10/, pdf => pdf.catalog.delete('ViewerPreferences')],
  [/7\.1-8/, pdf => pdf.catalog.delete('Metadata')],
  [/encrypted/, pdf => pdf.trailer.set('Encrypt', { ref: 1 })],
  [/output intent/, pdf => pdf.catalog.set('OutputIntents', [])],
  [/OpenAction/, pdf => pdf.catalog.set('OpenAction', { ref: 1 })],
  [/JavaScript/, pdf => pdf.dict(pdf.catalog, 'Names').set('JavaScript', { ref: 1 })],
  [/7\.1-12/, (_, first) => first('P').dict.set('P', { ref: first('H1').ref })],
  [/7\.1-5/, (_, first) => first('BlockQuote').dict.set('S', '/Ornament')],
  [/is not held/, (_, first) => first('H2').dict.delete('K')],
  [
    /no way back/,
    (pdf, first) => pdf.list(first('Document').dict, 'K').reverse() && clear(pdf, 'ParentTree', 'Nums'),
  ],
  [/held twice/, (_, first) => first('H2').dict.set('K', [0, 0])],
  [/7\.4\.2-1/, (_, first) => first('H2').dict.set('S', '/H4')],
  [/7\.4\.4-2/, (_, first) => first('H2').dict.set('S', '/H')],
  [/LBody in L /, (_, first) => first('LI').dict.set('S', '/LBody')],
  [/item of Lbl \(/, (pdf, first) => pdf.list(first('LI').dict, 'K').pop()],
  [/how it is numbered/, (_, first) => first('L').dict.delete('A')],
  [/TR in Document/, (_, first) => first('Table').dict.set('S', '/TR')],
  [/7\.2-41/, (pdf, first) => pdf.list(first('TR').dict, 'K').pop()],
  [/7\.5-1/, (_, first) => first('TH').dict.delete('A')],
  [/7\.2-13/, (pdf, first) => pdf.list(first('THead').parent!.dict, 'K').pop()],
  [/7\.9-1/, (_, first) => first('BlockQuote').dict.set('S', '/Note')],
  [/7\.3-1/, (_, first) => first('BlockQuote').dict.set('S', '/Figure')],
  [/7\.18\.5-2/, pdf => annotation(pdf).set('Contents', { string: '' })],
  [/7\.18\.5-1/, (_, first) => first('Link').dict.set('S', '/Span')],
  [/7\.18\.3-1/, pdf => pdf.pages.map(({ dict }) => dict.delete('Tabs'))],
  [/leads nowhere: gone/, pdf => annotation(pdf).set('Dest', { string: 'gone' })],
  [
    /bookmark that leads nowhere/,
    pdf => pdf.dict(pdf.catalog, 'Outlines', 'First').set('Dest', { string: 'gone' }),
  ],
  [/miscounts/, pdf => pdf.dict(pdf.catalog, 'Outlines').set('Count', 99)],
  [/out of their order/, pdf => swapNames(pdf)],
  [/7\.21\.4\.1-1/, pdf => pdf.dict(font(pdf), 'DescendantFonts', 0, 'FontDescriptor').delete('FontFile2')],
  [/7\.21\.7-1/, pdf => font(pdf).delete('ToUnicode')],
  [/7\.21\.5-1/, pdf => pdf.list(font(pdf), 'DescendantFonts', 0, 'W').splice(0)],
  [
    /Tj? outside every mark|text outside every mark/,
    pdf => content(pdf, text => text.replace(/\/P ?<<\/MCID 0>> ?BDC/, '')),
  ],
  [/re.*outside|f outside every mark/, pdf => content(pdf, text => `0 0 10 10 re f\n${text}`)],
  [/inside/, pdf => content(pdf, text => `/P <</MCID 99>> BDC\n${text}`)],
  [/7\.21\.8-1/, pdf => content(pdf, text => text.replace(/\[\((?:\\?.){2}/s, '[(\0\0'))],
]

test.each(damages)('a file that is damaged is told of: %s', (fault, damage) => {
  const pdf = readPdf(bytes)
  const elements = structureElements(pdf)
  damage(pdf, tag => elements.find(element => element.tag === tag)!)
  expect(structuralFaults(pdf).join('\n')).toMatch(fault)
})

type FirstElement = (tag: string) => StructureElement

const annotation = (pdf: PdfFile): Dict =>
  pdf.dict(pdf.pages.flatMap(({ dict }) => pdf.list(dict, 'Annots')).find(link => pdf.dict(link).has('Dest')))

const font = (pdf: PdfFile): Dict =>
  pdf.dict([...pdf.dict(pdf.pages[0]!.dict, 'Resources', 'Font').values()][0])

const clear = (pdf: PdfFile, tree: string, key: string): void =>
  void pdf.dict(pdf.catalog, 'StructTreeRoot', tree).set(key, [])

function swapNames(pdf: PdfFile): void {
  const leaf = (node: PdfValue): Dict => {
    const kids = pdf.list(node, 'Kids')
    return kids.length > 0 ? leaf(kids[0]!) : pdf.dict(node)
  }
  const names = pdf.list(leaf(pdf.get(pdf.catalog, 'Names', 'Dests')), 'Names')
  names.push(...names.splice(0, 2))
}

/** Writes the first page's content anew, without its filter. */
function content(pdf: PdfFile, change: (text: string) => string): void {
  const stream = pdf.get(pdf.pages[0]!.dict, 'Contents')
  if (!isStream(stream)) throw new Error('No content')
  const raw = change(streamData(stream))
  if (raw === streamData(stream)) throw new Error('Nothing was changed')
  stream.dict.delete('Filter')
  stream.raw = raw
}
