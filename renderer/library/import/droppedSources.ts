import { droppedFiles, type ImportFile } from './importFiles.ts'
import { type PastedText, pastedText } from './pastedText.ts'
import { webAddress } from './webAddress.ts'

/** What was dropped, from a folder or from another program. */
export type Dropped =
  | { kind: 'files'; files: ImportFile[] }
  | { kind: 'text'; pasted: PastedText }
  /** An address alone, or a picture that is only pointed at: nothing of it is here. */
  | { kind: 'link'; url: string }
  | { kind: 'nothing' }

/** Must be called while the drop is handled: afterwards the browser no longer tells. Throws when a folder cannot be read. */
export async function droppedSources(transfer: DataTransfer): Promise<Dropped> {
  const url = droppedAddress(transfer)
  if (transfer.types.includes('Files')) {
    const files = await droppedFiles(transfer)
    const [only, ...others] = files
    return { kind: 'files', files: only && url && others.length === 0 ? [{ ...only, url }] : files }
  }
  return droppedText(transfer, url)
}

/** What was dropped where there is no file: the words of a selection, or only an address. */
export function droppedText(transfer: Pick<DataTransfer, 'getData'>, url: string): Dropped {
  const html = transfer.getData('text/html')
  const text = transfer.getData('text/plain').trim()
  const isBare =
    html.trim() === '' ? webAddress(text) !== null || (url !== '' && text === '') : pointsOnly(html)
  if (isBare) return { kind: 'link', url: url || text }
  const pasted = pastedText(transfer, url)
  return pasted ? { kind: 'text', pasted } : url ? { kind: 'link', url } : { kind: 'nothing' }
}

/** The web address that comes along with a drop; empty when there is none. */
export function droppedAddress(transfer: Pick<DataTransfer, 'getData'>): string {
  const lines = ['text/uri-list', 'text/x-moz-url'].flatMap(type => transfer.getData(type).split(/\r?\n/))
  // A line that begins with # is a comment (RFC 2483, section 5); Mozilla's second line is the link's title.
  return lines.map(webAddress).find(address => address !== null) ?? ''
}

/** Whether HTML is nothing but one link or one picture, as browsers give them when they are dragged. */
function pointsOnly(html: string): boolean {
  // Longer is more than a link.
  if (html.length > 10_000) return false
  const bare = html.replace(/<!--[^>]*-->|<\/?(?:html|body|meta|head)\b[^>]*>/gi, '').trim()
  if (/^<img\b[^>]*>$/i.test(bare)) return true
  return /^<a\b/i.test(bare) && bare.search(/<\/a\s*>/i) === bare.lastIndexOf('<')
}
