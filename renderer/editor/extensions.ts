import { type Extensions, textblockTypeInputRule } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { type CitationTarget, schemaParts } from '../../shared/document/schema.ts'
import { Spelling } from '../spelling/Spelling.ts'
import { NumberedBriefing } from './briefingFacts.ts'
import { BriefingKeys } from './briefingKeys.ts'
import { citationView } from './CitationView.ts'
import { withExactAttributes } from './exactAttributes.ts'
import { FindInDraft } from './findInDraft.ts'
import { LeaveByTab } from './leaveByTab.ts'
import { footnoteView } from './paper/FootnoteView.ts'
import { pageBreakView } from './paper/pageBreakView.ts'
import { recommendationView } from './paper/RecommendationView.ts'
import { referenceView } from './paper/ReferenceView.ts'
import { UniqueNames } from './paper/uniqueNames.ts'
import { quotationView } from './QuotationView.ts'
import { WholeBlocks } from './wholeBlocks.ts'

/** What the text asks of those around it. */
export interface DraftAsks {
  follow(target: CitationTarget): void
  /** Edits the footnote before which `at` stands. */
  editFootnote(at: number): void
}

/** The briefing's schema with its views and keys. Names, content and stored attributes are those of `schemaParts`. */
export function draftExtensions({ follow, editFootnote }: DraftAsks): Extensions {
  return Object.values({
    ...schemaParts,
    heading: withExactAttributes(schemaParts.heading),
    annexTitle: withExactAttributes(schemaParts.annexTitle),
    tableCaption: withExactAttributes(schemaParts.tableCaption),
    citation: withExactAttributes(schemaParts.citation).extend({
      addNodeView: () => citationView(follow),
    }),
    quotation: withExactAttributes(schemaParts.quotation).extend({
      // A quoted passage may hold line breaks; they belong to its words and must survive the clipboard.
      whitespace: 'pre',
      parseHTML: () => [{ tag: 'blockquote[data-quotation]', preserveWhitespace: 'full' }],
      addNodeView: () => quotationView(follow),
    }),
    numberedParagraph: withExactAttributes(schemaParts.numberedParagraph).extend({
      addInputRules() {
        return [textblockTypeInputRule({ find: /^\(1\)\s$/, type: this.type })]
      },
    }),
    recommendation: withExactAttributes(schemaParts.recommendation).extend({
      addNodeView: () => recommendationView,
    }),
    pageBreak: schemaParts.pageBreak.extend({ addNodeView: () => pageBreakView }),
    footnote: withExactAttributes(schemaParts.footnote).extend({
      addNodeView: () => footnoteView(editFootnote),
    }),
    crossReference: withExactAttributes(schemaParts.crossReference).extend({
      addNodeView: () => referenceView,
    }),
    rules: [
      UndoRedo,
      Dropcursor.configure({ color: false, class: 'dropCursor' }),
      Gapcursor,
      Placeholder.configure({ placeholder: 'Write here, or quote and cite from a source.' }),
      NumberedBriefing,
      UniqueNames,
      BriefingKeys.configure({ follow, editFootnote }),
      WholeBlocks,
      LeaveByTab,
      FindInDraft,
      Spelling,
    ],
  }).flat()
}
