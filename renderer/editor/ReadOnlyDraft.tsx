import { type ReactNode, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import type { Pack } from '../../shared/contract/index.ts'
import type { Briefing } from '../../shared/document/briefing.ts'
import { numberCitations } from '../../shared/document/citations.ts'
import { toCheck } from '../../shared/document/evidence.ts'
import { plainText } from '../../shared/document/walk.ts'
import { countWords } from '../../shared/text/words.ts'
import type { CitationTarget, DraftHandle, DraftStatus, LiveDraft } from '../desk/types.ts'
import { toast } from '../ui/index.ts'
import { BriefingView } from './BriefingView.tsx'
import styles from './Draft.module.css'
import { placesInWords } from './placesInWords.ts'

export interface ReadOnlyDraftProps {
  pack: Pack
  reason: string
  onStatus(status: DraftStatus): void
  onLive(live: LiveDraft): void
  onFollowCitation(target: CitationTarget): void
  ref?: Ref<DraftHandle>
}

/** A draft that must not be changed, with the reason in words. Nothing in it is stripped, and nothing saved. */
export function ReadOnlyDraft(props: ReadOnlyDraftProps): ReactNode {
  const { pack, reason, onStatus, onLive, onFollowCitation, ref } = props
  const canvas = useRef<HTMLElement>(null)
  const tell = useEffectEvent((briefing: Briefing, readOnly: string) => {
    const { content } = briefing
    const passages = numberCitations(content)
    onLive({ briefing, caret: null })
    onStatus({
      save: 'Open to read only',
      isUnsaved: false,
      words: countWords(plainText(content)),
      toCheck: toCheck(content).map(({ text, path }) => ({ text, reveal: () => showBlock(path[0] ?? 0) })),
      readOnly,
      citedHighlightIds: [...passages.values()].flatMap(({ highlightId }) => highlightId ?? []),
      places: placesInWords(passages),
    })
  })
  useEffect(() => tell(pack.briefing, reason), [pack, reason])
  const showBlock = (index: number) => {
    const blocks = canvas.current?.querySelector('.briefing')?.children
    blocks?.[index]?.scrollIntoView({ block: 'center' })
    canvas.current?.focus({ preventScroll: true })
  }
  const refuse = () => toast(`Nothing was put into the draft. ${reason}`)
  useImperativeHandle(ref, () => ({
    insertQuotation: refuse,
    insertCitation: refuse,
    focus: () => canvas.current?.focus(),
    // Nothing can be marked in it; one begins at its top.
    find: () => canvas.current?.focus(),
    reveal: key => {
      const place = canvas.current?.querySelector(`[data-key="${CSS.escape(key)}"]`)
      place?.scrollIntoView({ block: 'center' })
      if (place instanceof HTMLElement) place.focus()
    },
    revealChild: showBlock,
    flush: async () => {},
    reload: () => {},
  }))
  return (
    <div className={styles.draft}>
      <p className={styles.banner} role="status">
        {reason}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.canvas} ref={canvas} tabIndex={0} aria-label="The draft, to read only">
        <BriefingView briefing={pack.briefing} onFollowCitation={onFollowCitation} />
      </section>
    </div>
  )
}
