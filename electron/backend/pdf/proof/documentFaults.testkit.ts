import { type PdfFile, streamData } from './pdfFile.testkit.ts'
import { isStream, isString, type PdfValue, wordsOf } from './pdfSyntax.testkit.ts'

/** What is wrong with the file as a whole: CONVENTIONS 3.3, "Document level", and its PDF/A-2a part. */
export function documentFaults(pdf: PdfFile): string[] {
  const { catalog, trailer } = pdf
  const rules: [boolean, string][] = [
    [/^%PDF-1\.[0-7]$/.test(pdf.header), `the header is ${pdf.header} (6.1-1)`],
    [pdf.get(catalog, 'MarkInfo', 'Marked') === true, 'not marked as tagged (6.2-1)'],
    [pdf.get(catalog, 'MarkInfo', 'Suspects') !== true, 'tags are suspect (7.1-4)'],
    [/^[a-z]{2}(-[A-Z]{2})?$/.test(words(pdf.get(catalog, 'Lang'))), 'no language (7.2-2)'],
    [pdf.get(catalog, 'ViewerPreferences', 'DisplayDocTitle') === true, 'the title is not shown (7.1-10)'],
    [pdf.dict(catalog, 'StructTreeRoot').get('Type') === '/StructTreeRoot', 'no structure tree (7.1-11)'],
    [!trailer.has('Encrypt'), 'encrypted (PDF/A)'],
    [pdf.list(trailer, 'ID').length === 2, 'no identifier (PDF/A)'],
    [!catalog.has('AcroForm'), 'a form (7.15-1)'],
    ...['OpenAction', 'AA'].map((key): [boolean, string] => [!catalog.has(key), `${key} in the catalog`]),
    ...['JavaScript', 'EmbeddedFiles'].map((key): [boolean, string] => [
      !pdf.dict(catalog, 'Names').has(key),
      `${key} among the names`,
    ]),
  ]
  return [
    ...rules.flatMap(([isKept, fault]) => (isKept ? [] : [fault])),
    ...metadataFaults(pdf),
    ...intentFaults(pdf),
  ]
}

const words = (value: PdfValue): string => (isString(value) ? wordsOf(value) : '')

function metadataFaults(pdf: PdfFile): string[] {
  const stream = pdf.get(pdf.catalog, 'Metadata')
  if (!isStream(stream)) return ['no metadata (7.1-8)']
  const xmp = Buffer.from(streamData(stream), 'latin1').toString('utf8')
  const wanted: [RegExp, string][] = [
    [
      /<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">[^<]*\S[^<]*<\/rdf:li>/,
      'no title in the metadata (7.1-9)',
    ],
    [/<pdfuaid:part>1<\/pdfuaid:part>/, 'not called PDF/UA-1 (5-1)'],
    [/<pdfaid:part>2<\/pdfaid:part>/, 'not called PDF/A-2 (PDF/A)'],
    [/<pdfaid:conformance>A<\/pdfaid:conformance>/, 'not called level A (PDF/A)'],
    [/<pdfaSchema:prefix>pdfuaid<\/pdfaSchema:prefix>/, 'the schema of pdfuaid is not described (PDF/A)'],
  ]
  const missing = wanted.flatMap(([pattern, fault]) => (pattern.test(xmp) ? [] : [fault]))
  return stream.dict.get('Subtype') === '/XML' ? missing : [...missing, 'metadata that is no XML']
}

function intentFaults(pdf: PdfFile): string[] {
  const intents = pdf.list(pdf.catalog, 'OutputIntents')
  const profile = pdf.get(intents[0], 'DestOutputProfile')
  const isGood =
    intents.length === 1 &&
    pdf.get(intents[0], 'S') === '/GTS_PDFA1' &&
    isStream(profile) &&
    profile.dict.get('N') === 3 &&
    streamData(profile).slice(36, 40) === 'acsp'
  return isGood ? [] : ['no output intent of three colours (PDF/A)']
}
