import type { Block as SourceBlock } from '../../../../shared/contract/article.ts'
import type { PrintSource } from '../printJob.ts'
import type { Block, List, Run } from './block.ts'
import { citedIn } from './citedIn.ts'
import { type Evidence, passageAnchor } from './evidence.ts'
import { extractParts } from './extractParts.ts'
import { longDate } from './longDate.ts'
import { markPassages, type Passage } from './markPassages.ts'
import { isWebAddress, quotedTitle } from './reference.ts'

/**
 * One section for each cited article, in the order in which they are first cited. They share one annex, because
 * a reader follows a passage's number, not an article's letter, and thirty articles would run past Annex Z.
 * The articles in `whole` are printed whole where they have a licence note, which then stands on each of their pages.
 */
export function sourceExtracts(evidence: Evidence[], whole: ReadonlySet<string>): Block[] {
  return [...Map.groupBy(evidence, ({ source }) => source)].flatMap(([source, cited]) =>
    extract(source, cited, source.licence !== null && whole.has(source.articleId)),
  )
}

function extract(source: PrintSource, cited: Evidence[], isWhole: boolean): Block[] {
  const passages = cited.filter((one): one is Passage => one.range !== null)
  const blocks = withoutHeadline(source, blocksAround(source.blocks, passages), passages)
  const whole = cited.filter(({ range }) => range === null)
  const where = `the extract from ${quotedTitle(source)}`
  const printed: Block[] = [
    { kind: 'heading', level: 3, role: 'source', runs: sectionTitle(source, whole) },
    { kind: 'paragraph', tone: 'quiet', close: true, keepWithNext: true, runs: provenance(source) },
    ...whole.map((one): Block => ({ kind: 'paragraph', tone: 'quiet', runs: wholeArticle(one, isWhole) })),
    ...(passages.length === 0 && !isWhole
      ? []
      : extractBlocks(
          source.text,
          blocks,
          passages.map(passage => within(blocks, passage)),
          isWhole,
        )),
  ]
  const notice = isWhole ? { notice: source.licence! } : {}
  return printed.map(block => ({ ...block, where, ...notice }))
}

function sectionTitle(source: PrintSource, whole: Evidence[]): Run[] {
  const anchors = whole.map(({ number }): Run => ({ text: '', anchor: passageAnchor(number) }))
  return [...anchors, { text: source.title.trim() }]
}

function provenance(source: PrintSource): Run[] {
  const facts = [source.byline, source.publisher, source.publishedOn && longDate(source.publishedOn)]
  const about = facts.filter(Boolean).join(', ')
  const { url } = source
  const address: Run[] = isWebAddress(url)
    ? [{ text: url, link: { to: { url }, description: `${quotedTitle(source)} at ${url}` } }, { text: '\n' }]
    : []
  return [
    { text: about === '' ? '' : `${about}\n` },
    ...address,
    { text: `Captured ${longDate(source.capturedAt)}. SHA-256 ${source.sha256.slice(0, 12)}…` },
  ]
}

function wholeArticle(cited: Evidence, isWhole: boolean): Run[] {
  return [
    { text: `[${cited.number}] The article as a whole${isWhole ? '' : ', not reproduced here'}.` },
    ...citedIn(cited, ' Cited in'),
  ]
}

function extractBlocks(
  text: string,
  sourceBlocks: SourceBlock[],
  passages: Passage[],
  isWhole: boolean,
): Block[] {
  const blocks: Block[] = []
  const parts = extractParts(
    sourceBlocks,
    passages.map(({ range }) => range),
    isWhole,
  )
  parts.forEach((part, i) => {
    if ('omitted' in part) {
      const many = part.omitted === 1 ? 'paragraph' : 'paragraphs'
      const keepWithNext = i === 0
      blocks.push({
        kind: 'paragraph',
        tone: 'quiet',
        runs: [{ text: `[${part.omitted} ${many} omitted]` }],
        keepWithNext,
      })
    } else addSourceBlock(blocks, text, part.block, passages)
  })
  return blocks
}

function addSourceBlock(blocks: Block[], text: string, block: SourceBlock, passages: Passage[]): void {
  const runs = markPassages(text, block.start, block.end, passages)
  const backLinks = passages
    .filter(({ range }) => range.end > block.start && range.end <= block.end)
    .sort((a, b) => a.number - b.number)
    .map(
      (passage, i, all): Block => ({
        kind: 'paragraph',
        tone: 'quiet',
        close: true,
        // The ways back belong together, under the words they lead back from.
        keepWithNext: i < all.length - 1,
        runs: citedIn(passage, `[${passage.number}] Cited in`),
      }),
    )
  const keepWithNext = backLinks.length > 0
  if (block.kind === 'listItem') {
    const item = {
      label: [{ text: '•' }],
      blocks: [{ kind: 'paragraph', runs } satisfies Block, ...backLinks],
    }
    const last = blocks.at(-1)
    if (last?.kind === 'list') (last as List).items.push(item)
    else blocks.push({ kind: 'list', numbering: 'Disc', items: [item] })
    return
  }
  if (block.kind === 'quotation') blocks.push({ kind: 'quotation', runs, keepWithNext })
  else if (block.kind === 'heading')
    blocks.push({ kind: 'paragraph', tone: 'strong', runs, keepWithNext: true })
  else blocks.push({ kind: 'paragraph', runs, keepWithNext })
  blocks.push(...backLinks)
}

/** The article's blocks, with one more for a passage that lies in none of them. */
function blocksAround(blocks: SourceBlock[], passages: Passage[]): SourceBlock[] {
  const stray = passages.filter(({ range }) => !blocks.some(block => touches(block, range)))
  if (stray.length === 0) return blocks
  const added = stray.map(({ range }): SourceBlock => ({ kind: 'paragraph', ...range }))
  return [...blocks, ...added].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Leaves out a first heading that only says again what the section is called; a cited one stays. */
function withoutHeadline(source: PrintSource, blocks: SourceBlock[], passages: Passage[]): SourceBlock[] {
  const headline = blocks.find(block => block.furniture === undefined)
  const isRepeated =
    headline?.kind === 'heading' &&
    source.text.slice(headline.start, headline.end).trim() === source.title.trim() &&
    !passages.some(({ range }) => touches(headline, range))
  return isRepeated ? blocks.filter(block => block !== headline) : blocks
}

/** The passage without what lies in the gap before its first or after its last block. */
function within(blocks: SourceBlock[], passage: Passage): Passage {
  const touched = blocks.filter(block => touches(block, passage.range))
  const start = Math.max(passage.range.start, touched[0]!.start)
  const end = Math.min(passage.range.end, touched.at(-1)!.end)
  return { ...passage, range: { start, end } }
}

const touches = (block: SourceBlock, range: { start: number; end: number }): boolean =>
  range.start < block.end && range.end > block.start
