import type { SourceBytes } from './parsedSource.ts'

/** The kinds of file that an importer reads as articles. */
export const leafKinds = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'pdf',
  'docx',
  'rtf',
  'eml',
  'msg',
  'epub',
  'ris',
  'bibtex',
  'csl',
] as const
export type LeafKind = (typeof leafKinds)[number]

/** The kinds of file that hold other files, each a source of its own. A message holds itself and what is attached to it. */
export const containerKinds = ['zip', 'warc', 'eml', 'msg'] as const
export type ContainerKind = (typeof containerKinds)[number]

export type SourceKind = LeafKind | ContainerKind

export const isContainer = (kind: SourceKind): kind is ContainerKind =>
  (containerKinds as readonly SourceKind[]).includes(kind)

/**
 * What kind of file this is: by its first bytes where a format has a signature, else by the media type its container
 * gives, else by its name's ending, else by how its text begins. Looks at the first 4 KB only.
 */
export function detectKind({ name, bytes, mediaType }: SourceBytes): SourceKind {
  // Each byte one character; the decoder of the web calls windows-1252 by the name of latin1.
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const [type = ''] = (mediaType ?? '').toLowerCase().split(';')
  const [, ending = ''] = /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase()) ?? []
  return (
    bySignature(head, name, type.trim()) ?? byMediaType[type.trim()] ?? byEnding[ending] ?? byContent(head)
  )
}

function bySignature(head: string, name: string, type: string): SourceKind | null {
  if (/^(?:\u00ef\u00bb\u00bf)?\s{0,64}%PDF-/.test(head)) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.startsWith('PK\u0003\u0004')) {
    if (head.slice(30).startsWith('mimetypeapplication/epub+zip') || /\.epub$/i.test(name)) return 'epub'
    // Only the first member's own name counts: a zip of documents holds their parts' names as well.
    const first = head.slice(30, 30 + head.charCodeAt(26))
    if (first === 'META-INF/container.xml') return 'epub'
    return /\.docx$|\.docm$|\.dotx$/i.test(name) ||
      /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/)/.test(first)
      ? 'docx'
      : 'zip'
  }
  // An Office document of the older kind has the same signature; only a message is read.
  if (
    head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') &&
    (/\.(?:msg|oft)$/i.test(name) || type === 'application/vnd.ms-outlook')
  )
    return 'msg'
  if (/^WARC\/[01]\.\d/.test(head)) return 'warc'
  if (head.startsWith('\u001f\u008b') && /\.warc\.gz$/i.test(name)) return 'warc'
  return null
}

const byMediaType: Record<string, SourceKind> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/rtf': 'rtf',
  'application/rtf': 'rtf',
  'message/rfc822': 'eml',
  'multipart/related': 'mhtml',
  'application/x-mimearchive': 'mhtml',
  'application/x-research-info-systems': 'ris',
  'application/x-bibtex': 'bibtex',
  'application/vnd.citationstyles.csl+json': 'csl',
}

const byEnding: Record<string, SourceKind> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xht: 'html',
  shtml: 'html',
  mhtml: 'mhtml',
  mht: 'mhtml',
  eml: 'eml',
  emlx: 'eml',
  md: 'markdown',
  markdown: 'markdown',
  ris: 'ris',
  bib: 'bibtex',
  bibtex: 'bibtex',
  json: 'csl',
}

/** Files whose names say nothing, or lie. */
function byContent(head: string): SourceKind {
  const start = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (
    /^(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200})*<(?:!doctype html|html|head|body)\b/i.test(
      start,
    )
  )
    return 'html'
  if (/^TY {2}- \w/m.test(start.slice(0, 200))) return 'ris'
  if (
    /^@(?:article|book|online|misc|report|techreport|inproceedings|incollection|thesis)\s?\{[^\s{},]{1,100},/i.test(
      start,
    )
  )
    return 'bibtex'
  const fields = /^(?:[A-Za-z][A-Za-z-]{1,40}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}/.exec(start)?.[0]
  if (fields) {
    if (/^snapshot-content-location:/im.test(fields)) return 'mhtml'
    const wasSent = /^(?:received|message-id):/im.test(fields)
    if (!wasSent && /^content-type: ?multipart\/related/im.test(fields)) return 'mhtml'
    if ((wasSent || /^mime-version:/im.test(fields)) && /^(?:from|subject|date):/im.test(fields)) return 'eml'
  }
  return 'text'
}
