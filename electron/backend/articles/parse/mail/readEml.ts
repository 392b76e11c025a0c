import type { Address, Email, Mailbox } from 'postal-mime'
import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { messageArticle } from './messageArticle.ts'
import { parseMime } from './parseMime.ts'

/** Reads the words of a message (.eml). What is attached to it is taken out elsewhere, and read by itself. */
export async function readEml(source: SourceBytes, refuse: Refuse): Promise<ParsedFile> {
  const { email, bodies } = await parseMime(source.bytes, refuse)
  const article = messageArticle(
    {
      subject: email.subject ?? null,
      from: (email.from && written(email.from)) ?? null,
      date: email.headers.find(({ key }) => key === 'date')?.value ?? null,
      header: [
        ['To', list(email.to)],
        ['Cc', list(email.cc)],
      ],
      bodies,
    },
    source,
    refuse,
  )
  return { articles: [article], references: [] }
}

const list = (addresses: Email['to']): string => (addresses ?? []).slice(0, 100).map(written).join(', ')

function written(address: Address): string {
  return address.group ? `${address.name}: ${address.group.map(mailbox).join(', ')}` : mailbox(address)
}

function mailbox({ name, address }: Mailbox): string {
  if (!name || name === address) return address ?? ''
  return address ? `${name} (${address})` : name
}
