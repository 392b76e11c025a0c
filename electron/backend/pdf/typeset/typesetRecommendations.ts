import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { responsesTo, verbOf } from '../../../../shared/document/recommendations.ts'
import { anchorsAt } from './anchors.ts'
import type { Block, List, Run } from './block.ts'
import { standing, type Typesetting } from './typesetting.ts'

/**
 * A run of recommendations: a lettered list, each with its verb in bold and, where it has one, its line to answer on.
 * `first` is the index in the document of the first.
 */
export function typesetRecommendations(
  nodes: DocumentNode[],
  first: number,
  typesetting: Typesetting,
  runsOf: (node: DocumentNode) => Run[],
): List {
  return {
    kind: 'list',
    numbering: 'LowerAlpha',
    ...(typesetting.inset === 0 ? {} : { inset: typesetting.inset }),
    items: nodes.map((node, i) => ({
      label: [
        ...anchorsAt(node, first + i, typesetting),
        { text: typesetting.places.get(node)?.label ?? '' },
      ],
      blocks: itemBlocks(node, runsOf(node)).map(block => ({ ...block, ...standing(node, typesetting) })),
    })),
  }
}

function itemBlocks(node: DocumentNode, runs: Run[]): Block[] {
  const responses = responsesTo(node)
  const words: Block = {
    kind: 'paragraph',
    runs: [{ text: verbOf(node), bold: true }, { text: ' ' }, ...runs],
    keepWithNext: responses !== null,
  }
  if (responses === null) return [words]
  // No-break spaces: a box is never parted from its word.
  const boxes = responses.map(word =>
    word.endsWith(':') ? `${word}\u00a0${'_'.repeat(16)}` : `☐\u00a0${word.replaceAll(' ', '\u00a0')}`,
  )
  return [
    words,
    { kind: 'paragraph', runs: [{ text: boxes.join('\u00a0\u00a0\u00a0\u00a0\u00a0 ') }], close: true },
  ]
}
