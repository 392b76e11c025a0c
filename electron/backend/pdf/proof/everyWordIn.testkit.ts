import { readContent } from './pageContent.testkit.ts'
import { readPdf, streamData } from './pdfFile.testkit.ts'
import { type Dict, isDict, isStream, isString, type PdfValue, wordsOf } from './pdfSyntax.testkit.ts'
import { toUnicode } from './toUnicode.testkit.ts'

/**
 * Everything in a PDF that could be read as words, in small letters: its bytes, its streams without their filters, its
 * names and strings, and what is shown on its pages, with its spaces and without.
 */
export function everyWordIn(bytes: Uint8Array): string {
  const pdf = readPdf(bytes)
  const found: string[] = [Buffer.from(bytes).toString('latin1')]
  for (const value of pdf.objects.values()) {
    // A stream of cross-references holds numbers alone.
    if (isStream(value) && value.dict.get('Type') !== '/XRef') found.push(streamData(value))
    found.push(...stringsIn(value))
  }
  const shown = pdf.pages.map(({ dict }) =>
    readContent(pdf, dict)
      .marked.flatMap(({ shown }) => shown)
      .map(({ font, codes }) => codes.map(code => wordsOfCode(font).get(code) ?? '').join(''))
      .join(''),
  )
  const said = shown.join('\n')
  return [...found, said, said.replace(/\s/g, '')].join('\n').toLowerCase()

  function wordsOfCode(font: Dict): Map<number, string> {
    const known = maps.get(font) ?? toUnicode(pdf, font)
    maps.set(font, known)
    return known
  }
}

const maps = new WeakMap<Dict, Map<number, string>>()

function stringsIn(value: PdfValue): string[] {
  if (isString(value)) return [wordsOf(value)]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  const dict = isStream(value) ? value.dict : value
  return isDict(dict) ? [...dict.keys(), ...[...dict.values()].flatMap(stringsIn)] : []
}
