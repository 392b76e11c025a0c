import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useEffectEvent, useState } from 'react'
import { type CitedPassage, citationKey } from '../../shared/document/citations.ts'
import { toCheck } from '../../shared/document/evidence.ts'
import { plainText } from '../../shared/document/walk.ts'
import { countWords } from '../../shared/text/words.ts'
import type { DraftStatus } from '../desk/types.ts'
import type { SaveState } from './autosave.ts'
import { type BriefingFacts, factsIn } from './briefingFacts.ts'
import type { CitedSources } from './citedSources.ts'
import { positionAtPath, revealNode } from './nodeAtPath.ts'
import { placesInWords } from './placesInWords.ts'
import { positionOfCitation } from './positionOfCitation.ts'
import { saveWords } from './saveWords.ts'

export interface DraftStatusParts {
  editor: Editor
  state: SaveState
  /** When the stored draft was last saved, in milliseconds since 1970. */
  savedAt: number
  sources: CitedSources
  /** What is the matter with the marking, each in a sentence. */
  markingProblems: readonly string[]
  onStatus(status: DraftStatus): void
}

/** Typing rests this long, in milliseconds, before words and evidence are counted again. */
const REST = 200

/** Tells what the draft says of itself: the save state at once, the rest when typing rests. */
export function useDraftStatus(parts: DraftStatusParts): void {
  const { editor, state, savedAt, sources, markingProblems, onStatus } = parts
  const facts = useEditorState({ editor, selector: ({ editor }) => factsIn(editor.state) })
  const [counted, setCounted] = useState(facts)
  useEffect(() => {
    const timer = setTimeout(() => setCounted(facts), REST)
    return () => clearTimeout(timer)
  }, [facts])
  const tell = useEffectEvent(
    (
      { content, passages }: BriefingFacts,
      state: SaveState,
      sources: CitedSources,
      markingProblems: readonly string[],
    ) => {
      onStatus({
        save: saveWords(state, savedAt, Date.now()),
        isUnsaved: state.kind === 'failed' || state.kind === 'stale',
        words: countWords(plainText(content)),
        toCheck: [
          ...markingProblems.map(problem => ({ text: `Marking: ${problem}`, reveal: revealMarking })),
          ...toCheck(content).map(({ text, path }) => ({ text, reveal: () => revealPath(editor, path) })),
          ...troubledSources(editor, passages, sources),
        ],
        readOnly: null,
        citedHighlightIds: [...passages.values()].flatMap(({ highlightId }) => highlightId ?? []),
        places: placesInWords(passages),
      })
    },
  )
  useEffect(() => tell(counted, state, sources, markingProblems), [counted, state, sources, markingProblems])
}

function revealMarking(): void {
  document.querySelector<HTMLElement>('[data-marking]')?.focus()
}

function revealPath(editor: Editor, path: readonly number[]): void {
  const at = positionAtPath(editor.state.doc, path)
  if (at !== null) revealNode(editor, at)
}

/** Citations of sources that are gone, or no longer say what was marked in them. */
function troubledSources(
  editor: Editor,
  passages: ReadonlyMap<string, CitedPassage>,
  sources: CitedSources,
): DraftStatus['toCheck'] {
  return [...passages.values()].flatMap(passage => {
    const key = citationKey(passage)
    const source = sources.get(key)
    if (!source?.trouble) return []
    const text = `Citation ${passage.number}, ‘${source.title}’: ${source.trouble} Look at the source again, or cite another.`
    const reveal = () => {
      const at = positionOfCitation(editor.state.doc, key)
      if (at !== null) revealNode(editor, at)
    }
    return [{ text, reveal }]
  })
}
