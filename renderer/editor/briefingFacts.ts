import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { DocumentNode } from '../../shared/document/briefing.ts'
import { type CitedPassage, numberCitations } from '../../shared/document/citations.ts'
import { referenceTarget, referenceWords } from '../../shared/document/crossReferences.ts'
import { walkBriefing } from '../../shared/document/walk.ts'
import { type CitationFacts, citedParts } from './citedParts.ts'
import type { CitedSources } from './citedSources.ts'
import { printedAttributes } from './printedAttributes.ts'

/** What is computed from the draft each time it changes, and never stored in it. */
export interface BriefingFacts {
  content: DocumentNode
  passages: Map<string, CitedPassage>
  sources: CitedSources
  decorations: DecorationSet
}

/** What a footnote's view is told through its decoration. */
export interface FootnoteFacts {
  /** Its number. */
  label: string
}

/** What a cross-reference's view is told through its decoration. */
export interface ReferenceFacts {
  /** What it says: "paragraph 12"; null where what it refers to is gone. */
  words: string | null
}

const key = new PluginKey<BriefingFacts>('briefingFacts')

/** Numbers paragraphs, annexes, tables, notes and citations as `shared/document` numbers them for print. */
export const NumberedBriefing = Extension.create({
  name: 'numberedBriefing',
  addProseMirrorPlugins: () => [briefingFacts()],
})

/** The plugin alone: keeps the {@link BriefingFacts} of a state. */
export const briefingFacts = (): Plugin<BriefingFacts> =>
  new Plugin<BriefingFacts>({
    key,
    state: {
      init: (_config, state) => factsOf(state.doc, new Map()),
      apply(tr, facts) {
        const sources = (tr.getMeta(key) as CitedSources | undefined) ?? facts.sources
        if (tr.docChanged) return factsOf(tr.doc, sources)
        if (sources === facts.sources) return facts
        // The same text: what watches its content and numbers must not take them for changed.
        return { ...facts, sources, decorations: factsOf(tr.doc, sources).decorations }
      },
    },
    props: { decorations: state => factsIn(state).decorations },
  })

export const factsIn = (state: EditorState): BriefingFacts => key.getState(state) as BriefingFacts

/** Tells the draft the names of its sources. It is no edit: nothing is saved for it and undo passes it over. */
export const withSources = (tr: Transaction, sources: CitedSources): Transaction =>
  tr.setMeta(key, sources).setMeta('addToHistory', false)

/** What a view is told: the first decoration that tells of `name`. */
export function toldOf<Facts>(decorations: readonly Decoration[], name: keyof Facts): Facts | null {
  const found = decorations.find(decoration => name in decoration.spec)
  return found ? (found.spec as Facts) : null
}

function factsOf(doc: Node, sources: CitedSources): BriefingFacts {
  const content = documentJson(doc)
  const passages = numberCitations(content)
  const references = hasReferences(doc) ? referenceWords(content) : new Map<string, string>()
  const positions: { node: Node; at: number }[] = []
  doc.descendants((node, at) => {
    positions.push({ node, at })
  })
  const decorations: Decoration[] = []
  const attributesOf = printedAttributes(content)
  let visited = -1
  // The walk visits the document itself first, then exactly what `descendants` visits, in the same order.
  walkBriefing(content, (json, place) => {
    const here = positions[visited++]
    if (!here) return
    const { node, at } = here
    const attributes = attributesOf(json, place)
    const spec = factsFor(node, json, place.label)
    if (spec || Object.keys(attributes).length > 0) {
      decorations.push(Decoration.node(at, at + node.nodeSize, attributes, spec ?? undefined))
    }
    if (json.type === 'tableHeader' && node.textContent === '') {
      decorations.push(Decoration.widget(at + 2, columnHint, { side: 1, key: 'columnHint' }))
    }
  })
  return { content, passages, sources, decorations: DecorationSet.create(doc, decorations) }

  function factsFor(
    node: Node,
    json: DocumentNode,
    label: string | null,
  ): CitationFacts | FootnoteFacts | ReferenceFacts | null {
    switch (json.type) {
      case 'citation':
      case 'quotation':
        return { parts: citedParts(node, json, passages, sources) }
      case 'footnote':
        return { label: label ?? '' }
      case 'crossReference':
        return { words: references.get(referenceTarget(json)) ?? null }
      default:
        return null
    }
  }
}

/** Words of references cost a walk of their own, which a draft without any need not take. */
function hasReferences(doc: Node): boolean {
  let found = false
  doc.descendants(node => {
    found ||= node.type.name === 'crossReference'
    return !found
  })
  return found
}

/** A column needs a heading for those who hear the table. Until it has one, this stands in its place. */
function columnHint(): HTMLElement {
  const hint = document.createElement('span')
  hint.className = 'columnHint'
  hint.textContent = 'Column heading'
  return hint
}

/** The document as JSON. Blocks that have not changed are not written out again. */
function documentJson(doc: Node): DocumentNode {
  const content: DocumentNode[] = []
  doc.forEach(block => {
    let json = written.get(block)
    if (!json) {
      json = block.toJSON() as DocumentNode
      written.set(block, json)
    }
    content.push(json)
  })
  return doc.attrs.layout === null ? { type: 'doc', content } : { type: 'doc', attrs: doc.attrs, content }
}

const written = new WeakMap<Node, DocumentNode>()
