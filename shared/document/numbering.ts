import type { DocumentNode } from './briefing.ts'
import { layoutOf } from './layout.ts'

/**
 * The label of every numbered block. Paragraphs run through the body without a break ("3"), and start again in each
 * annex after its letter ("A2"); under them stand "3.1" and "(a)". Annexes have letters, tables and footnotes one
 * series each, recommendations letters within their run.
 *
 * What has been issued keeps its label. What comes between two issued ones gets the earlier one's with a letter: 12A,
 * Annex BA, (aa); what comes before the first of all is 0A, Annex ZA, (za). So has it, but for the 0, the drafting of Acts.
 */
export function labelBlocks(content: DocumentNode): BlockLabels {
  const blocks = content.content ?? []
  const labels = new Map<number, string>()
  const { written, generated } = annexLetters(content)
  const issued = (index: number): string | null => issuedLabel(blocks[index]!)
  let annexes = 0
  let tables = 0
  let letter = ''
  let section = newSection()
  let run: number[] = []

  blocks.forEach((node, index) => {
    if (node.type !== 'recommendation') closeRun()
    if (node.type === 'annexTitle') {
      closeSection()
      letter = written[annexes++] ?? ''
      labels.set(index, letter)
    } else if (node.type === 'numberedParagraph') addParagraph(section, levelOf(node), index)
    else if (node.type === 'recommendation') run.push(index)
    else if (node.type === 'tableCaption') labels.set(index, String(++tables))
  })
  closeRun()
  closeSection()
  return { labels, generated }

  function closeSection(): void {
    assign(section.firsts, issued, numeral(letter), labels)
    for (const [parent, members] of section.seconds) {
      assign(members, issued, numeral(`${labels.get(parent)}.`), labels)
    }
    for (const members of section.thirds.values()) assign(members, issued, bracketed, labels)
    section = newSection()
  }

  function closeRun(): void {
    assign(run, issued, bracketed, labels)
    run = []
  }
}

export interface BlockLabels {
  /** By the block's index in the document. */
  labels: Map<number, string>
  /** The letter of each generated annex that is printed. */
  generated: Map<string, string>
}

/** The paragraphs of the body or of one annex, by what they stand under. */
interface Section {
  firsts: number[]
  seconds: Map<number, number[]>
  thirds: Map<number, number[]>
}

const newSection = (): Section => ({ firsts: [], seconds: new Map(), thirds: new Map() })

/** A paragraph with nothing above it is of the first level, whatever it says. */
function addParagraph({ firsts, seconds, thirds }: Section, level: number, index: number): void {
  const first = firsts.at(-1)
  if (level === 1 || first === undefined) {
    firsts.push(index)
    return
  }
  const [series, parent] = level === 2 ? [seconds, first] : [thirds, seconds.get(first)?.at(-1) ?? first]
  const members = series.get(parent)
  if (members) members.push(index)
  else series.set(parent, [index])
}

/** 1, 2 or 3. */
export function levelOf(node: DocumentNode): 1 | 2 | 3 {
  const level = node.attrs?.level
  return level === 2 || level === 3 ? level : 1
}

/** How deep a numbered paragraph stands, by its label: 1, then 1.1, then (a). Its own level may say more than is above it. */
export const labelDepth = (label: string): 1 | 2 | 3 =>
  label.startsWith('(') ? 3 : label.includes('.') ? 2 : 1

/** A for 0, B for 1, … Z, then AA. */
function annexLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : annexLetter(Math.floor(index / 26) - 1) + last
}

/** How a series names its members: the plain name of the n-th (from 1), and one put in after a name. */
interface Series {
  plain(index: number): string
  after(name: string, letter: string): string
  /** Which number a name stands for; 0 for one put in. */
  indexOf(name: string): number
  /** The name that one put in before the first of all comes after. */
  none: string
}

const numeral = (lead: string): Series => ({
  plain: index => `${lead}${index}`,
  after: (name, letter) => `${name}${letter}`,
  indexOf: name =>
    name.startsWith(lead) && /^\d+$/.test(name.slice(lead.length)) ? Number(name.slice(lead.length)) : 0,
  none: `${lead}0`,
})

const bracketed: Series = {
  plain: index => `(${annexLetter(index - 1).toLowerCase()})`,
  after: (name, letter) => `${name.slice(0, -1)}${letter.toLowerCase()})`,
  indexOf: name => letterIndex(/^\(([a-z])\)$/.exec(name)?.[1]),
  none: '(z)',
}

const lettered: Series = {
  plain: index => annexLetter(index - 1),
  after: (name, letter) => `${name}${letter}`,
  indexOf: name => letterIndex(/^[A-Z]$/.exec(name)?.[0]?.toLowerCase()),
  none: 'Z',
}

const letterIndex = (letter: string | undefined): number => (letter ? letter.charCodeAt(0) - 96 : 0)

const issuedLabel = (node: DocumentNode): string | null =>
  typeof node.attrs?.issued === 'string' ? node.attrs.issued : null

/** Names the members of one series: those issued as they were, those between them after the one before. */
function assign<T>(
  members: T[],
  issued: (member: T) => string | null,
  series: Series,
  names: Map<T, string>,
): void {
  const lastIssued = members.findLastIndex(member => issued(member) !== null)
  const taken = new Set(members.map(issued))
  let base = series.none
  let between = 0
  let highest = 0
  members.forEach((member, i) => {
    const own = issued(member)
    let name: string
    if (own !== null) {
      name = own
      base = own
      between = 0
      highest = Math.max(highest, series.indexOf(own))
    } else if (i < lastIssued) {
      do name = series.after(base, annexLetter(between++))
      while (taken.has(name))
    } else {
      do name = series.plain(++highest)
      while (taken.has(name))
    }
    taken.add(name)
    names.set(member, name)
  })
}

/** An annex by its place among the written ones, or by its kind. */
interface LetteredAnnex {
  index: number | string
  issued: string | null
}

/** The letters of the written annexes in their order, "" for one left out, and of the generated ones printed. */
function annexLetters(content: DocumentNode): { written: string[]; generated: Map<string, string> } {
  const titles = (content.content ?? []).filter(({ type }) => type === 'annexTitle')
  const cites = hasCitations(content)
  const written: string[] = titles.map(() => '')
  const generated = new Map<string, string>()
  let next = 0
  const members = layoutOf(content).annexes.flatMap((slot): LetteredAnnex[] => {
    if (slot.kind === 'written') {
      const index = next++
      const title = titles[index]!
      return title.attrs?.edition === 'none' ? [] : [{ index, issued: issuedLabel(title) }]
    }
    return slot.edition === 'none' || !cites ? [] : [{ index: slot.kind, issued: slot.issued }]
  })
  const names = new Map<LetteredAnnex, string>()
  assign(members, ({ issued }) => issued, lettered, names)
  for (const [{ index }, name] of names) {
    if (typeof index === 'number') written[index] = name
    else generated.set(index, name)
  }
  return { written, generated }
}

const hasCitations = (node: DocumentNode): boolean =>
  node.type === 'citation' || node.type === 'quotation' || (node.content?.some(hasCitations) ?? false)
