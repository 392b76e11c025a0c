import { expect, it } from 'vitest'
import { detectKind } from './detectKind.ts'
import { zipBytes } from './fixtures/hostile/zipBytes.ts'

const zip = (...names: string[]): Uint8Array =>
  zipBytes(
    names.map(name => ({ name, data: Buffer.from('[Content_Types].xml word/document.xml'), isStored: true })),
  )
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const message = 'Received: from x\nFrom: a@example.org\nMIME-Version: 1.0\n'

it.each([
  ['cuttings.zip', zip('a.docx', 'b.txt'), undefined, 'zip'],
  ['paper', zip('[Content_Types].xml', '_rels/.rels'), undefined, 'docx'],
  ['paper', zip('_rels/.rels'), undefined, 'docx'],
  ['book', zip('META-INF/container.xml', 'OPS/package.opf'), undefined, 'epub'],
  ['book.epub', zip('OPS/package.opf'), undefined, 'epub'],
  ['note', ole, 'application/vnd.ms-outlook', 'msg'],
  ['note.msg', ole, undefined, 'msg'],
  ['note', Buffer.from(`${message}Content-Type: multipart/related; boundary=x\n\n`), undefined, 'eml'],
  ['page', Buffer.from(`${message}Snapshot-Content-Location: https://x.example/\n\n`), undefined, 'mhtml'],
  ['saved', Buffer.from('Subject: x\nContent-Type: multipart/related; boundary=x\n\n'), undefined, 'mhtml'],
  ['x', Buffer.from('@article{key,\n title = {A}}'), undefined, 'bibtex'],
  ['x.warc.gz', Buffer.of(0x1f, 0x8b, 8), undefined, 'warc'],
  ['x', Buffer.from('words'), 'application/x-research-info-systems', 'ris'],
  ['x.json', Buffer.from('[]'), undefined, 'csl'],
  ['index.html', Buffer.from('%PDF-1.7'), 'text/html; charset=utf-8', 'pdf'],
  ['read me', Buffer.from('Dear all: hello\n'), undefined, 'text'],
])('%s (%#) is told by its bytes, type, name or beginning', (name, bytes, mediaType, kind) => {
  expect(detectKind({ name, bytes, mediaType })).toBe(kind)
})
