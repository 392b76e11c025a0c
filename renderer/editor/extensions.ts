import { type Extensions, type Node, textblockTypeInputRule } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { type CitationTarget, schemaParts } from '../../shared/document/schema.ts'
import { Spelling } from '../spelling/Spelling.ts'
import { NumberedBriefing } from './briefingFacts.ts'
import { BriefingKeys } from './briefingKeys.ts'
import { citationView } from './CitationView.ts'
import { FindInDraft } from './findInDraft.ts'
import { quotationView } from './QuotationView.ts'

/** The briefing's schema with its views and keys. Names, content and stored attributes are those of `schemaParts`. */
export function draftExtensions(follow: (target: CitationTarget) => void): Extensions {
  return Object.values({
    ...schemaParts,
    citation: withExactAttributes(schemaParts.citation).extend({
      addNodeView: () => citationView(follow),
    }),
    quotation: withExactAttributes(schemaParts.quotation).extend({
      // A quoted passage may hold line breaks; they belong to its words and must survive the clipboard.
      whitespace: 'pre',
      parseHTML: () => [{ tag: 'blockquote[data-quotation]', preserveWhitespace: 'full' }],
      addNodeView: () => quotationView(follow),
    }),
    numberedParagraph: schemaParts.numberedParagraph.extend({
      addInputRules() {
        return [textblockTypeInputRule({ find: /^\(1\)\s$/, type: this.type })]
      },
    }),
    rules: [
      UndoRedo,
      Dropcursor.configure({ color: false, class: 'dropCursor' }),
      Gapcursor,
      Placeholder.configure({ placeholder: 'Write here, or quote and cite from a source.' }),
      NumberedBriefing,
      BriefingKeys.configure({ follow }),
      FindInDraft,
      Spelling,
    ],
  }).flat()
}

/**
 * Reads attributes back from the clipboard as they were written. Tiptap would otherwise take words such as
 * "609" or "true" for a number or a truth value, and the quotation for altered.
 */
function withExactAttributes(part: Node): Node {
  return part.extend({
    addAttributes() {
      const attributes = (this.parent?.() ?? {}) as Record<string, { default: unknown }>
      return Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [
          name,
          {
            ...attribute,
            parseHTML: (element: HTMLElement) => {
              const written = element.getAttribute(name)
              if (written === null) return attribute.default
              return typeof attribute.default === 'number' ? Number(written) || attribute.default : written
            },
          },
        ]),
      )
    },
  })
}
