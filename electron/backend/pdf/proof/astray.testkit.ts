import { citationKey, numberCitations } from '../../../../shared/document/citations.ts'
import type { PrintJob } from '../printJob.ts'
import { type Destination, destinationOf } from './destinations.testkit.ts'
import { plainSpaces } from './editorText.testkit.ts'
import type { PdfFile } from './pdfFile.testkit.ts'
import { isString, wordsOf } from './pdfSyntax.testkit.ts'
import { type SeenByPdfJs, wordsByCodes } from './readingOrder.testkit.ts'
import { isElement, type StructureElement, structureElements } from './structureTree.testkit.ts'

/** A link, a bookmark: what it says, and the name and place that it leads to. */
export interface Lead {
  says: string
  name: string
  place: Destination
  /** The number of the page that an entry of the contents gives. */
  page?: number
}

/**
 * The links and bookmarks of a pack's PDF that do not land where the words stand that they promise, and entries of the
 * contents with another page than that: each in words. The words may begin `reach` points below the place, or, where
 * that is more than two lines, on the next page. Throws for a link of a kind it has no rule for.
 */
export function astray(
  job: PrintJob,
  pdf: PdfFile,
  pages: SeenByPdfJs['pages'],
  reach = TWO_LINES,
): string[] {
  const promised = promises(job)
  return [...linksIn(pdf), ...bookmarksIn(pdf)].flatMap(({ says, name, place, page }) => {
    const wanted = promised(says, name).map(letters)
    const near = wordsBelow(pages[place.page] ?? [], place.top, reach)
    const there = reach > TWO_LINES ? near + wordsBelow(pages[place.page + 1] ?? [], PAGE, PAGE) : near
    const lead = `‘${says}’ (${name}) leads to page ${place.page + 1}`
    if (page !== undefined && page !== place.page + 1) return [`${lead}, not to page ${page}`]
    return wanted.some(words => stands(words, there))
      ? []
      : [`${lead}, where ‘${wanted[0]}’ is not in ‘${there}’`]
  })
}

/** How far below the named place the baseline of its first line stands at least: points. */
const LEAST = 12
const TWO_LINES = 44
/** More than a page is high. */
const PAGE = 900

const wordsBelow = (page: { text: string; y: number }[], top: number, reach: number): string =>
  letters(page.flatMap(({ text, y }) => (y <= top - LEAST && y > top - reach ? text : [])).join(''))

/** Whether words stand in a text, though numbers above the line may stand among them. */
const stands = (words: string, text: string): boolean => {
  const each = [...words].map(letter => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'))
  return new RegExp(each.join('(?:\\d+|\\[[^\\]]*\\])?')).test(text)
}

/** A text without its spaces. */
const letters = (text: string): string => plainSpaces(text).replaceAll(' ', '')

/** So many letters of what is promised are looked for: a narrow column may hold no more in a line or two. */
const ENOUGH = 6

const beginning = (text: string): string => [...letters(text)].slice(0, ENOUGH).join('')

/** What stands at each kind of place, by its name; one of the given words must. */
function promises(job: PrintJob): (says: string, name: string) => string[] {
  const passages = new Map(
    [...numberCitations(job.briefing.content)].map(([key, { number }]) => [number, key]),
  )
  const rules: Record<string, (says: string, number: number) => string[]> = {
    passage: (_, number) => passageWords(job, passages.get(number)!, number),
    cited: (_, number) => [String(number)],
    source: (_, number) => [`${number}.`],
    note: (_, number) => [String(number)],
    noted: (_, number) => [String(number)],
    heading: says => [beginning(says)],
    block: namedWords,
    changed: namedWords,
  }
  return (says, name) => {
    const [kind = '', number] = name.split('-')
    const rule = rules[kind]
    if (!rule) throw new Error(`No rule for where links to ${name} lead`)
    return rule(says, Number(number))
  }
}

/** The number and the first words of a cited passage, or the title of an article that is cited whole. */
function passageWords({ sources }: PrintJob, key: string, number: number): string[] {
  for (const { articleId, version, title, text, passages } of sources) {
    if (key === `article:${articleId}:${version}`) return [beginning(title)]
    const passage = passages.find(
      ({ highlightId }) => key === citationKey({ articleId, version, highlightId, locator: null }),
    )
    // Passages that begin together have their numbers side by side.
    if (passage) return [`[${number}]${beginning(text.slice(passage.start))}`, `[${number}][`]
  }
  return ['a source that is not there']
}

/** What a block is called that a reference names: "paragraph 3.1(a)" is called "(a)" where it stands. */
function namedWords(says: string): string[] {
  const [, kind = '', label = ''] =
    /^(paragraph|recommendation|Annex|Table)\s(.+)$/i.exec(plainSpaces(says)) ?? []
  if (kind === '') return [beginning(says.replace(/^‘|’$/g, ''))]
  if (/^annex|table$/i.test(kind)) return [`${kind}${label}`]
  const [bracketed] = /\([a-z]+\)$/.exec(label) ?? []
  return [bracketed ?? (label.includes('.') ? label : `${label}.`)]
}

export function linksIn(pdf: PdfFile): Lead[] {
  const wordsAt = wordsByCodes(pdf)
  const said = ({ kids }: StructureElement): string =>
    kids
      .map(kid => (isElement(kid) ? said(kid) : 'contentId' in kid ? wordsAt(kid.page, kid.contentId) : ''))
      .join('')
  return structureElements(pdf).flatMap(link =>
    link.kids.flatMap(kid => {
      if (isElement(kid) || !('annotation' in kid)) return []
      return lead(pdf, said(link), { ref: kid.annotation }).map(each => (isListed(link) ? paged(each) : each))
    }),
  )
}

const isListed = ({ tag, parent }: StructureElement): boolean =>
  tag === 'TOCI' || (parent !== null && isListed(parent))

/** "Timing 4": a title and the number of its page. */
function paged(entry: Lead): Lead {
  const [, says = '', page = ''] = /^(.*?)\s*(\d+)$/s.exec(entry.says) ?? []
  return { ...entry, says, page: Number(page) }
}

function bookmarksIn(pdf: PdfFile): Lead[] {
  const found: Lead[] = []
  for (const value of pdf.objects.values()) {
    const title = pdf.dict(value).get('Title')
    if (isString(title) && pdf.dict(value).has('Dest')) found.push(...lead(pdf, wordsOf(title), value))
  }
  return found
}

function lead(pdf: PdfFile, says: string, value: Parameters<PdfFile['dict']>[0]): Lead[] {
  const name = pdf.dict(value).get('Dest')
  if (!isString(name)) return []
  const place = destinationOf(pdf, name)
  return [{ says, name: wordsOf(name), place: place ?? { page: -1, left: 0, top: 0 } }]
}
