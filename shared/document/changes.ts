import type { DocumentNode } from './briefing.ts'
import { citationKey, citationTargets } from './citations.ts'
import { verbOf } from './recommendations.ts'
import { isLeftOut, type Place, plainText, walkBriefing } from './walk.ts'

/** One thing that differs between an issued draft and the present one. */
export interface Change {
  kind: 'added' | 'changed' | 'removed'
  /** As a reader finds it: "paragraph 12A", "Annex B", "the opening". */
  where: string
  /** The words that stand there now; of what was removed, those that stood there. */
  words: string
  /** The index in the present document of its first block; null for what was removed. */
  index: number | null
  /** Of what was removed, the index in the issued document. */
  was?: number
}

/**
 * What changed since a draft was issued, in the order of the present one; what was removed comes after what stood
 * before it. A numbered paragraph is compared with all that belongs to it: lists, tables, quotations, citations,
 * notes. Numbers and letters that follow from the order are not compared.
 */
export function changesSince(issued: DocumentNode, now: DocumentNode): Change[] {
  const before = unitsOf(issued)
  const after = unitsOf(now)
  const changes: Change[] = []
  const tellRemoved = (from: string | null): void => {
    const names = [...before.keys()]
    for (let i = from === null ? 0 : names.indexOf(from) + 1; i < names.length; i++) {
      const unit = before.get(names[i]!)!
      if (after.has(names[i]!)) break
      changes.push({ kind: 'removed', where: unit.where, words: unit.words, index: null, was: unit.index })
    }
  }
  tellRemoved(null)
  for (const [name, unit] of after) {
    const old = before.get(name)
    const { where, words, index } = unit
    if (old === undefined) changes.push({ kind: 'added', where, words, index })
    else if (old.compared !== unit.compared) changes.push({ kind: 'changed', where, words, index })
    if (old !== undefined) tellRemoved(name)
  }
  return changes
}

/** A numbered block, a heading or an annex's title, with the unnumbered blocks that follow it. */
interface Unit {
  where: string
  words: string
  compared: string
  index: number
}

function unitsOf(content: DocumentNode): Map<string, Unit> {
  const places = new Map<number, Place>()
  const blocks = content.content ?? []
  let at = -1
  walkBriefing(content, (node, place) => {
    if (node === blocks[at + 1]) places.set(++at, place)
  })
  const units = new Map<string, Unit>()
  let open: Unit | null = null
  blocks.forEach((node, index) => {
    const place = places.get(index)
    if (place === undefined || isLeftOut(place)) return
    const begins = opens.has(node.type)
    if (begins || open === null) {
      const where = whereOf(node, place)
      let name = `${place.annex ?? ''} ${where}`
      while (units.has(name)) name += ' again'
      open = { where, words: '', compared: '', index }
      units.set(name, open)
    }
    if (open.words === '') open.words = wordsOf(node)
    open.compared += `${compared(node)}\n`
  })
  return units
}

const opens = new Set(['numberedParagraph', 'recommendation', 'annexTitle', 'heading', 'tableCaption'])

function whereOf(node: DocumentNode, { paragraph, annex, label }: Place): string {
  if (node.type === 'annexTitle') return `Annex ${annex}`
  if (node.type === 'recommendation') return `recommendation ${paragraph}`
  if (node.type === 'tableCaption') return `Table ${label}`
  if (node.type === 'heading') return `the heading ‘${plainText(node).trim()}’`
  return paragraph === null ? 'the opening' : `paragraph ${paragraph}`
}

const wordsOf = (node: DocumentNode): string =>
  node.type === 'recommendation' ? `${verbOf(node)} ${plainText(node)}` : plainText(node)

/** A node as text in which every difference that a reader would see shows. */
function compared(node: DocumentNode): string {
  const targets = citationTargets(node).map(target => `${citationKey(target)} ${target.locator ?? ''}`)
  const own = [
    node.text ?? '',
    node.type === 'footnote' ? String(node.attrs?.text) : '',
    node.type === 'crossReference' ? String(node.attrs?.target) : '',
    node.type === 'recommendation' ? verbOf(node) : '',
    ...targets,
  ].join('')
  const inside = (node.content ?? []).map(compared).join('')
  return node.type === 'text' ? own : `<${node.type}${own}>${inside}`
}
