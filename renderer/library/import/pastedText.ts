import type { ImportFile } from './importFiles.ts'
import { wordsOfHtml } from './wordsOfHtml.ts'

/** What was pasted or dropped from another program. */
export interface PastedText {
  /** Its words, as they are shown. */
  text: string
  /** The same with its headings, lists and links, as the other program gave it; null when it gave only words. */
  html: string | null
  /** Where it comes from; empty while nobody has said so. */
  url: string
}

/** What a clipboard or a drop holds of text; null when it holds none. */
export function pastedText(transfer: Pick<DataTransfer, 'getData'>, url = ''): PastedText | null {
  const html = transfer.getData('text/html')
  const plain = transfer.getData('text/plain')
  const text = plain.trim() === '' ? wordsOfHtml(html) : plain
  return text.trim() === '' ? null : { text, html: html.trim() === '' ? null : html, url }
}

/** It as a file to import, under the name that the report will give it. */
export function pastedFile({ text, html, url }: PastedText, title: string): ImportFile {
  return {
    // A fragment does not say what its letters are, so it is said before it.
    ...(html === null
      ? { name: 'Pasted text.txt', file: new Blob([text.toWellFormed()], { type: 'text/plain' }) }
      : {
          name: 'Pasted text.html',
          file: new Blob(['<!doctype html><meta charset="utf-8">\n', html.toWellFormed()], {
            type: 'text/html',
          }),
        }),
    ...(url !== '' && { url }),
    ...(title.trim() !== '' && { title: title.trim() }),
  }
}
