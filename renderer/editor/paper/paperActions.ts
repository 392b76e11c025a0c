import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { recommendationVerbs, responsesTo, verbOf } from '../../../shared/document/recommendations.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { factsIn } from '../briefingFacts.ts'
import { sourceName } from '../citationName.ts'
import { citedParts } from '../citedParts.ts'
import {
  type Citing,
  citationAtCaret,
  citationBefore,
  joinCitations,
  splitCitation,
  targetsOf,
} from './citationParts.ts'
import { canInsertInline } from './insertInline.ts'
import { insertPageBreak } from './pageBreaks.ts'
import { captionTable, tableAtCaret } from './tableCaptions.ts'
import type { Asked } from './usePaperTools.tsx'
import { changeRecommendations, recommendationsAt } from './verbs.ts'

/** Where the caret stands with regard to what a paper needs beside its words. */
export interface PaperFacts {
  canNote: boolean
  canRefer: boolean
  canInsertTable: boolean
  isInTable: boolean
  isAtCitation: boolean
  canJoin: boolean
  canSplit: boolean
  /** The verb of the recommendation at the caret, and whether it has a line to answer on; null where there is none. */
  recommendation: { verb: string; hasResponse: boolean } | null
}

export function paperFacts(editor: Editor): PaperFacts {
  const { state } = editor
  const { crossReference, footnote } = state.schema.nodes
  const citing = citationAtCaret(state)
  const recommendation = recommendationsAt(state)[0]?.node.toJSON()
  return {
    canNote: canInsertInline(state, footnote!),
    canRefer: canInsertInline(state, crossReference!),
    canInsertTable: tableAtCaret(state) === null && editor.can().insertTable({ rows: 3, cols: 2 }),
    isInTable: tableAtCaret(state) !== null,
    isAtCitation: citing !== null,
    canJoin: citing !== null && citationBefore(state, citing) !== null,
    canSplit: citing !== null && targetsOf(citing.node).length > 1,
    recommendation: recommendation
      ? { verb: verbOf(recommendation), hasResponse: responsesTo(recommendation) !== null }
      : null,
  }
}

/** The menus of the toolbar that are for papers. */
export interface PaperMenus {
  insert: PaperMenu
  verb: PaperMenu
}

/** A menu of the toolbar. */
export interface PaperMenu {
  label: string
  items: MenuEntry[]
}

/** The menus "Insert" and "Verb", that of a recommendation. What has to be asked first is asked through `ask`. */
export function paperActions(editor: Editor, at: PaperFacts, ask: (asked: Asked) => void): PaperMenus {
  const dispatch = (tr: Transaction | null) => {
    if (tr) editor.view.dispatch(closeHistory(tr))
    editor.commands.focus()
  }
  const withCitation = (use: (citing: Citing) => void) => () => {
    const citing = citationAtCaret(editor.state)
    if (citing) use(citing)
  }
  const verb = (word: string) => () => dispatch(changeRecommendations(editor.state, { verb: word }))
  const isOther = at.recommendation === null
  return {
    insert: {
      label: 'Insert',
      items: [
        {
          id: 'footnote',
          label: 'Footnote…',
          isDisabled: !at.canNote,
          onAction: () => ask({ what: 'footnote', at: null, text: null }),
        },
        {
          id: 'reference',
          label: 'Cross-reference…',
          isDisabled: !at.canRefer,
          onAction: () => ask({ what: 'reference' }),
        },
        {
          id: 'table',
          label: 'Table',
          isDisabled: !at.canInsertTable,
          onAction: () => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
        },
        {
          id: 'caption',
          label: 'Table caption',
          isDisabled: !at.isInTable,
          onAction: () => dispatch(captionTable(editor.state)),
        },
        { id: 'pageBreak', label: 'Page break', onAction: () => dispatch(insertPageBreak(editor.state)) },
        {
          id: 'locator',
          label: 'Citation’s place in its source…',
          isDisabled: !at.isAtCitation,
          onAction: withCitation(citing =>
            ask({ what: 'locator', citing, names: namesOf(editor.state, citing) }),
          ),
        },
        {
          id: 'join',
          label: 'Join with the citation before it',
          isDisabled: !at.canJoin,
          onAction: withCitation(citing => {
            const before = citationBefore(editor.state, citing)
            if (before) dispatch(joinCitations(editor.state, before, citing))
          }),
        },
        {
          id: 'split',
          label: 'Split into one citation each',
          isDisabled: !at.canSplit,
          onAction: withCitation(citing => dispatch(splitCitation(editor.state, citing))),
        },
      ],
    },
    verb: {
      label: 'Verb',
      items: [
        ...Object.keys(recommendationVerbs).map(word => ({
          id: word,
          label: word[0]!.toUpperCase() + word.slice(1),
          isDisabled: isOther || at.recommendation?.verb === word,
          onAction: verb(word),
        })),
        {
          id: 'verb',
          label: 'Another verb…',
          isDisabled: isOther,
          onAction: () => ask({ what: 'verb', verb: at.recommendation?.verb ?? '' }),
        },
        {
          id: 'response',
          label:
            at.recommendation?.hasResponse === false
              ? 'Add the response line'
              : 'Leave out the response line',
          isDisabled: isOther,
          onAction: () =>
            dispatch(
              changeRecommendations(editor.state, { response: at.recommendation?.hasResponse === false }),
            ),
        },
      ],
    },
  }
}

/** What a citation cites, by its sources' names. */
function namesOf(state: EditorState, { node }: Citing): string[] {
  const { passages, sources } = factsIn(state)
  return citedParts(node, node.toJSON(), passages, sources).map(({ number, source }) =>
    source ? `${number ?? ''} ${sourceName(source)}`.trim() : `source ${number ?? ''}`.trim(),
  )
}
