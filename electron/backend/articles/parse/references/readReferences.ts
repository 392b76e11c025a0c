import type { ParsedFile, ReferenceRecord, Refuse, SourceBytes } from '../../parsedSource.ts'
import { decodeBytes } from '../decodeBytes.ts'
import { bibtexReferences } from './bibtexReferences.ts'
import { cslReferences } from './cslReferences.ts'
import { referenceRecord, type WrittenReference } from './referenceRecord.ts'
import { risReferences } from './risReferences.ts'

/** The most references one file may have. */
const mostReferences = 10_000

/** Reads the references of a RIS file. Records without a title are passed over. */
export const readRis = referenceReader('RIS', risReferences)

/** Reads the references of a BibTeX or BibLaTeX file. Entries without a title, and broken ones, are passed over. */
export const readBibtex = referenceReader('BibTeX', bibtexReferences)

/** Reads the references of a CSL-JSON file. What is not an item with a title is passed over. */
export const readCsl = referenceReader('CSL-JSON', cslReferences)

function referenceReader(
  kind: string,
  read: (text: string, refuse: Refuse) => Iterable<WrittenReference>,
): (source: SourceBytes, refuse: Refuse) => ParsedFile {
  return ({ bytes }, refuse) => {
    const { text, binary } = decodeBytes(bytes, false)
    if (binary)
      refuse(`it is not text, and so no ${kind} file. Export the references again, and import that file.`)
    const references: ReferenceRecord[] = []
    for (const written of read(text, refuse)) {
      const record = referenceRecord(written, kind)
      if (record) references.push(record)
      if (references.length > mostReferences)
        refuse(
          `it has more than ${mostReferences.toLocaleString('en-GB')} references. Export them in smaller portions.`,
        )
    }
    if (references.length === 0)
      refuse(
        `there is no ${kind} reference with a title in it. Export the references again, and import that file.`,
      )
    return { articles: [], references }
  }
}
