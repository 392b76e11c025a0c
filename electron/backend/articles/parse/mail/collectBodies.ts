import type PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'

/** The words of one part of a message, in one or both of the ways it was written. Null when not in that way. */
export interface MailBody {
  text: string | null
  html: string | null
}

/** What the parser of version 4 keeps for each part until it joins them. */
interface Collected {
  textMap?: Map<unknown, Partial<Record<'plain' | 'html', { value: unknown }[]>>>
  renderTextContent?: () => void
}

/**
 * Parses, and gives the bodies of the parts in their order, as they were written. Left alone the parser would make
 * text of HTML and HTML of text to join parts of both kinds, and the first takes it quadratic time.
 */
export async function collectBodies(
  parser: PostalMime,
  bytes: Uint8Array,
): Promise<{ email: Email; bodies: MailBody[] }> {
  const inner = parser as unknown as Collected
  inner.renderTextContent = () => {}
  const email = await parser.parse(bytes)
  const bodies = [...(inner.textMap?.values() ?? [])].map(({ plain, html }) => ({
    text: joined(plain),
    html: joined(html),
  }))
  return { email, bodies }
}

function joined(entries: readonly { value: unknown }[] | undefined): string | null {
  const texts = (entries ?? []).map(({ value }) => value).filter(value => typeof value === 'string')
  return texts.length > 0 ? texts.join('\n') : null
}
