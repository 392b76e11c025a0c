import { z } from 'zod'
import { Block, CalendarDate } from '../../../shared/contract/article.ts'

/** The most bytes one source may have, on the way in and for every importer. */
export const SOURCE_LIMIT = 20 * 1024 * 1024

/**
 * What an importer makes of a source's bytes. It crosses from the parsing process and is checked here before
 * anything is stored: blocks lie in order inside the text and do not overlap.
 */
export const ParsedSource = z
  .object({
    title: z.string().min(1),
    byline: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: CalendarDate.nullable(),
    url: z.string().nullable(),
    /** A BCP 47 tag such as en-GB. */
    language: z.string().nullable(),
    /** The encoding the bytes were read with, and how it was decided: "utf-8 (byte-order mark)". */
    encoding: z.string(),
    /** Canonical text: well-formed, no NUL, blocks separated by one line feed. */
    text: z.string().min(1),
    blocks: z.array(Block).min(1),
  })
  .refine(
    ({ text, blocks }) =>
      blocks.every((block, i) => {
        const previousEnd = i === 0 ? 0 : blocks[i - 1]!.end
        return block.start >= previousEnd && block.end > block.start && block.end <= text.length
      }),
    'blocks must be in order, without overlap, inside the text',
  )
export type ParsedSource = z.infer<typeof ParsedSource>

/** What an importer is given. It gets bytes and a name, never a path. */
export interface SourceBytes {
  name: string
  bytes: Uint8Array
  /** The web address a browser or a person supplied with it. */
  url?: string
}
