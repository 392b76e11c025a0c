import { Failure } from '../../../../shared/contract/failure.ts'
import { showBidiControls } from '../../../../shared/text/bidiControls.ts'
import { detectKind, type SourceKind } from '../detectKind.ts'
import type { ParsedFile, Refuse, SourceBytes } from '../parsedSource.ts'
import { sourceLimit } from '../sourceLimit.ts'
import { unreadableKind } from './unreadableKind.ts'

/** Reads a file of one kind. `refuse` throws; what else is thrown counts as a fault of the file. */
export type Reader = (source: SourceBytes, refuse: Refuse) => ParsedFile | Promise<ParsedFile>

/** One reader for each kind. Each is loaded when the first file of its kind comes: most are never needed. */
const readers: Partial<Record<SourceKind, () => Promise<Reader>>> = {
  text: async () => (await import('./text/readText.ts')).readText,
  html: async () => (await import('./html/readPage.ts')).readPage,
  eml: async () => (await import('./mail/readEml.ts')).readEml,
  mhtml: async () => (await import('./mail/readMhtml.ts')).readMhtml,
  docx: async () => (await import('./office/readDocx.ts')).readDocx,
  rtf: async () => (await import('./office/readRtf.ts')).readRtf,
  pdf: async () => (await import('./pdf/readPdf.ts')).readPdf,
  ris: async () => (await import('./references/readReferences.ts')).readRis,
  bibtex: async () => (await import('./references/readReferences.ts')).readBibtex,
  csl: async () => (await import('./references/readReferences.ts')).readCsl,
  markdown: async () => (await import('./markdown/readMarkdown.ts')).readMarkdown,
  epub: async () => (await import('./epub/readEpub.ts')).readEpub,
  msg: async () => (await import('./mail/readMsg.ts')).readMsg,
}

/**
 * Turns a source's bytes into articles: canonical text, blocks, and what the source says of itself. Pure: the same
 * bytes and name give the same result. Throws a {@link Failure} `unreadable-file` that names the file, says what is
 * wrong and what to do.
 */
export async function parseFile(source: SourceBytes): Promise<ParsedFile> {
  const { bytes } = source
  const name = showBidiControls(source.name).slice(0, 200) || 'The file'
  const refuse = (reason: string): never => {
    throw new Failure('unreadable-file', `${name} was not imported: ${reason}`)
  }
  if (bytes.length === 0) refuse('it is empty. Save it again from where it came from, then import that copy.')
  const kind = detectKind(source)
  const limit = sourceLimit(kind)
  if (bytes.length > limit)
    refuse(
      `it is ${Math.ceil(bytes.length / 1024 / 1024)} MB and the limit is ${limit / 1024 / 1024} MB. Split it into single articles and import those.`,
    )
  const unreadable = kind === 'text' || kind === 'html' ? unreadableKind(bytes) : null
  if (unreadable)
    refuse(
      `this is ${unreadable}, which holds no text to read. Save it as text, PDF or a web page and import that copy.`,
    )
  const read = await readers[kind]?.()
  if (!read) return refuse('files of its kind cannot be read yet.')
  return await read(source, refuse)
}
