import { expect, test, vi } from 'vitest'
import { fixturePacks } from '../fixtures/fixturePacks.ts'
import { printPack } from '../index.ts'
import { type PdfFile, readPdf, streamData } from './pdfFile.testkit.ts'
import { isDict, isStream, isString, type PdfValue, wordsOf } from './pdfSyntax.testkit.ts'

// Packs are made by processes of their own or by the dozen: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 })

/** The properties that a file may carry: what it is, whose, how marked, when and by what it was made. */
const infoKeys = ['Title', 'Author', 'Subject', 'Creator', 'Producer', 'CreationDate']

/** The same in XMP, with what PDF/UA and PDF/A ask for. */
const xmpNames = [
  ...['x:xmpmeta', 'rdf:RDF', 'rdf:Description', 'rdf:Alt', 'rdf:Seq', 'rdf:Bag', 'rdf:li'],
  ...['dc:format', 'dc:title', 'dc:creator', 'dc:description', 'dc:language'],
  ...['xmp:CreateDate', 'xmp:CreatorTool', 'pdf:Producer'],
  ...['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'],
  ...['pdfaExtension:schemas', 'pdfaSchema:schema', 'pdfaSchema:namespaceURI', 'pdfaSchema:prefix'],
  ...['pdfaSchema:property', 'pdfaProperty:name', 'pdfaProperty:valueType', 'pdfaProperty:category'],
  'pdfaProperty:description',
]

/**
 * Every key of every dictionary in the file. What could carry something of the machine, of another program or of an
 * earlier state of the pack (PieceInfo, LastModified, AF, EmbeddedFiles, JS, Thumb, OCProperties …) has none.
 */
const keys = new Set([
  ...['Size', 'Root', 'Info', 'ID', 'W', 'Index', 'DecodeParms', 'Predictor', 'Columns', 'First', 'N'],
  ...['Type', 'Subtype', 'Length', 'length', 'Filter', 'Pages', 'Kids', 'Count', 'Parent', 'Names', 'Nums'],
  ...[
    'Limits',
    'Dests',
    'Lang',
    'MarkInfo',
    'Marked',
    'ViewerPreferences',
    'DisplayDocTitle',
    'OutputIntents',
  ],
  ...['Metadata', 'Outlines', 'PageMode', 'StructTreeRoot', 'ParentTree', 'ParentTreeNextKey', 'IDTree'],
  ...[
    'MediaBox',
    'Contents',
    'Resources',
    'Font',
    'ProcSet',
    'ColorSpace',
    'UserUnit',
    'Tabs',
    'StructParents',
  ],
  ...[
    'Annots',
    'Rect',
    'Border',
    'F',
    'StructParent',
    'Dest',
    'A',
    'URI',
    'S',
    'P',
    'Pg',
    'K',
    'Obj',
    'MCID',
  ],
  ...['O', 'Scope', 'RowSpan', 'ColSpan', 'ListNumbering', 'Placement', 'Next', 'Prev', 'Last'],
  ...['BaseFont', 'Encoding', 'DescendantFonts', 'ToUnicode', 'CIDSystemInfo', 'Registry', 'Ordering'],
  ...[
    'Supplement',
    'FontDescriptor',
    'CIDToGIDMap',
    'FontName',
    'Flags',
    'FontBBox',
    'ItalicAngle',
    'Ascent',
  ],
  ...['Descent', 'CapHeight', 'XHeight', 'StemV', 'FontFile2', 'Length1'],
  ...['OutputConditionIdentifier', 'DestOutputProfile', ...infoKeys],
])

test.each(Object.entries(fixturePacks))('%s carries the listed properties and no others', async (_, make) => {
  const job = make()
  const pdf = readPdf((await printPack(job)).bytes)
  const info = pdf.dict(pdf.trailer, 'Info')
  expect([...info.keys()].filter(key => !infoKeys.includes(key))).toEqual([])
  expect(words(pdf.get(info, 'Title'))).toBe(job.title.trim() || 'Untitled pack')
  expect(words(pdf.get(info, 'Subject'))).toBe(job.briefing.head.marking.toUpperCase())
  expect(words(pdf.get(info, 'CreationDate'))).toBe(`D:${job.date.replace(/[-:T]|\.\d+/g, '')}`)
  const names = [...xmp(pdf).matchAll(/<([a-zA-Z]+:[a-zA-Z]+)/g)].map(([, name]) => name!)
  expect(names.filter(name => !xmpNames.includes(name))).toEqual([])
  expect([...keysIn(pdf)].filter(key => !keys.has(key) && !/^F\d+$/.test(key))).toEqual([])
})

const words = (value: PdfValue): string => (isString(value) ? wordsOf(value) : '')

function xmp(pdf: PdfFile): string {
  const stream = pdf.get(pdf.catalog, 'Metadata')
  if (!isStream(stream)) throw new Error('No metadata')
  return streamData(stream)
}

function keysIn(pdf: PdfFile): Set<string> {
  const found = new Set<string>()
  const visit = (value: PdfValue): void => {
    if (Array.isArray(value)) for (const each of value) visit(each)
    const dict = isStream(value) ? value.dict : value
    if (!isDict(dict)) return
    for (const [key, each] of dict) {
      found.add(key)
      visit(each)
    }
  }
  for (const value of [...pdf.objects.values(), pdf.trailer]) visit(value)
  return found
}
