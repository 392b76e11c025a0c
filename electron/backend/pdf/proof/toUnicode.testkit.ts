import { type PdfFile, streamData } from './pdfFile.testkit.ts'
import {
  type Dict,
  isKeyword,
  isStream,
  isString,
  PdfLexer,
  type PdfString,
  type PdfValue,
} from './pdfSyntax.testkit.ts'

/** What each code of a font says, by its ToUnicode map (ISO 32000-1, 9.10.3). Empty where it has none. */
export function toUnicode(pdf: PdfFile, font: Dict): Map<number, string> {
  const words = new Map<number, string>()
  const map = pdf.get(font, 'ToUnicode')
  if (!isStream(map)) return words
  const lexer = new PdfLexer(streamData(map))
  let operands: PdfValue[] = []
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) {
      operands.push(token)
      continue
    }
    if (token.keyword === 'endbfchar') characters(operands)
    if (token.keyword === 'endbfrange') ranges(operands)
    operands = []
  }
  return words

  function characters(pairs: PdfValue[]): void {
    for (let i = 0; i < pairs.length; i += 2) words.set(code(pairs[i]), letters(pairs[i + 1]))
  }

  function ranges(triples: PdfValue[]): void {
    for (let i = 0; i < triples.length; i += 3) {
      const first = code(triples[i])
      const last = code(triples[i + 1])
      const target = triples[i + 2]
      for (let at = first; at <= last; at++) {
        if (Array.isArray(target)) words.set(at, letters(target[at - first]))
        else words.set(at, raised(letters(target), at - first))
      }
    }
  }
}

const bytes = (value: PdfValue | undefined): Buffer => Buffer.from((value as PdfString).string, 'latin1')

const code = (value: PdfValue | undefined): number =>
  isString(value) ? bytes(value).readUIntBE(0, bytes(value).length) : -1

const letters = (value: PdfValue | undefined): string =>
  isString(value) ? bytes(value).swap16().toString('utf16le') : ''

/** A range counts on in the last unit of its first target. */
const raised = (text: string, by: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
