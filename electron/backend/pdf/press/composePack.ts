import type { Block, Run } from '../typeset/block.ts'
import { composeBlock } from './composeBlock.ts'
import { type ContentsEntry, composeContents } from './composeContents.ts'
import { composeCover } from './composeCover.ts'
import type { Column } from './composeText.ts'
import type { Strip } from './strip.ts'
import type { OutlineEntry } from './writeOutline.ts'

export interface Composed {
  strips: Strip[]
  outline: OutlineEntry[]
  /** The entries of the contents, whose page numbers are known once the strips are on pages. */
  contents: ContentsEntry[]
}

/** Sets the blocks of a pack one under the other, and names the places that its outline and contents lead to. */
export function composePack(blocks: Block[], column: Column): Composed {
  const strips: Strip[] = []
  const contents: ContentsEntry[] = []
  const headings = headingsOf(blocks)
  let opensPage = false
  for (const [i, block] of blocks.entries()) {
    // Contents under the title alone stand on its page.
    if (block.kind === 'contents') opensPage ||= blocks[i - 1]?.kind !== 'title'
    const set = composed(block)
    if (opensPage && set[0]) {
      set[0].startsPage = true
      opensPage = false
    }
    strips.push(...set)
    if (endsPage.has(block.kind)) opensPage = true
  }
  return { strips, outline: [...headings.values()], contents }

  function composed(block: Block): Strip[] {
    const heading = headings.get(block)
    if (block.kind === 'cover') return composeCover(block, column)
    if (block.kind === 'heading' && heading)
      return composeBlock({ ...block, runs: anchored(block.runs, heading) }, column)
    if (block.kind !== 'contents') return composeBlock(block, column)
    const listed = [...headings].flatMap(([{ kind }, entry]) => (kind === 'heading' ? entry : []))
    const set = composeContents(anchored(block.runs, heading!), heading!.level, listed, column)
    contents.push(...set.entries)
    return set.strips
  }
}

const endsPage = new Set(['cover', 'contents', 'pageBreak'])

/** What a reader can go to. The contents stand under the pack's title; before it they are as high as it is. */
function headingsOf(blocks: Block[]): Map<Block, OutlineEntry> {
  const headings = new Map<Block, OutlineEntry>()
  let titled = false
  for (const block of blocks) {
    titled ||= block.kind === 'title' || block.kind === 'cover'
    if (block.kind !== 'heading' && block.kind !== 'contents') continue
    const anchor = `heading-${String(headings.size + 1).padStart(5, '0')}`
    const level = block.kind === 'heading' ? block.level : titled ? 2 : 1
    const title = plainWords(block.runs)
    // A heading of a citation alone has no words to be listed by.
    if (title !== '' || block.kind === 'contents')
      headings.set(block, { title, level, anchor, where: block.where })
  }
  return headings
}

const anchored = (runs: Run[], { anchor }: OutlineEntry): Run[] => [{ text: '', anchor }, ...runs]

const plainWords = (runs: Run[]): string =>
  runs
    .filter(({ raised }) => !raised)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
