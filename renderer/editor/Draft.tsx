import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { Failure, type Pack } from '../../shared/contract/index.ts'
import { type Briefing, type BriefingHead, DOCUMENT_VERSION } from '../../shared/document/briefing.ts'
import { markingProblems } from '../../shared/text/marking/markingProblems.ts'
import { useSetting } from '../api/index.ts'
import type { CitationTarget, DraftHandle, DraftStatus, LiveDraft } from '../desk/types.ts'
import { acceptWords } from '../spelling/Spelling.ts'
import { SpellingDialog } from '../spelling/SpellingDialog.tsx'
import { pressed } from '../ui/commands.ts'
import { Button, toast, useCommands } from '../ui/index.ts'
import { factsIn, withSources } from './briefingFacts.ts'
import { useCitedSources } from './citedSources.ts'
import styles from './Draft.module.css'
import { DraftToolbar } from './DraftToolbar.tsx'
import { draftExtensions } from './extensions.ts'
import { FindInDraft } from './FindInDraft.tsx'
import { goToMatch } from './findInDraft.ts'
import { HeadFields } from './HeadFields.tsx'
import { LayoutDialog } from './layout/LayoutDialog.tsx'
import { MarkingField } from './MarkingField.tsx'
import { useSiteMarkings } from './marking/useSiteMarkings.ts'
import { positionAtPath, revealNode } from './nodeAtPath.ts'
import { OutlinePanel } from './OutlinePanel.tsx'
import { usePaperTools } from './paper/usePaperTools.tsx'
import { positionOfCitation } from './positionOfCitation.ts'
import { insertCitation, insertQuotation } from './quotations.ts'
import sheet from './Sheet.module.css'
import { StaleDialog } from './StaleDialog.tsx'
import { TAB_HINT, textProps } from './textProps.ts'
import { useAutosave } from './useAutosave.ts'
import { useDraftStatus } from './useDraftStatus.ts'
import { VersionsDialog } from './VersionsDialog.tsx'

export interface DraftProps {
  pack: Pack
  /** What to look for at once. */
  find?: string
  onStatus(status: DraftStatus): void
  /** Hears of every edit, and of the caret. */
  onLive(live: LiveDraft): void
  onFollowCitation(target: CitationTarget): void
  /** Reads the stored draft again, in place of this one. */
  onReload(): void
  ref?: Ref<DraftHandle>
}

/** A draft being written: the page as it will print, with its tools. */
export function Draft(props: DraftProps): ReactNode {
  const { pack, find, onStatus, onLive, onFollowCitation, onReload, ref } = props
  const [head, setHead] = useState(pack.briefing.head)
  const [shown, setShown] = useState<'find' | 'versions' | 'layout' | null>(find ? 'find' : null)
  const [finding, setFinding] = useState({ words: find ?? '', asked: 0 })
  const [isOutlineShown, showOutline] = useState(false)
  const [spellingFrom, setSpellingFrom] = useState<number | null>(null)
  const [learnt, setLearnt] = useSetting<string[]>('spelling.words', [])
  const latest = useRef(pack.briefing)
  const { autosave, state } = useAutosave(pack, () => latest.current)
  const follow = useRef(onFollowCitation)
  follow.current = onFollowCitation
  const editFootnote = useRef<(at: number) => void>(() => {})
  const edited = (change: Partial<Briefing>) => {
    // An edit makes it a document of this version, with all that this one may hold.
    latest.current = { ...latest.current, ...change, documentVersion: DOCUMENT_VERSION }
    autosave.edited()
  }

  const editor = useEditor({
    extensions: draftExtensions({
      follow: target => follow.current(target),
      editFootnote: at => editFootnote.current(at),
    }),
    content: pack.briefing.content,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: textProps(setSpellingFrom),
    onUpdate: ({ editor }) => {
      edited({ content: factsIn(editor.state).content })
      tellLive(editor)
    },
    onCreate: ({ editor }) => tellLive(editor),
    onSelectionUpdate: ({ editor }) => tellLive(editor),
    onBlur: () => void autosave.flush(),
  })
  const passages = useEditorState({ editor, selector: ({ editor }) => factsIn(editor.state).passages })
  const sources = useCitedSources(passages)
  useEffect(() => {
    if (!editor.isDestroyed) editor.view.dispatch(withSources(editor.state.tr, sources))
  }, [editor, sources])
  useEffect(() => acceptWords(editor, learnt), [editor, learnt])
  const paper = usePaperTools(editor)
  editFootnote.current = paper.editFootnote
  const site = useSiteMarkings()
  const problems = useMemo(() => markingProblems(head, site).map(({ text }) => text), [head, site])
  useDraftStatus({
    editor,
    state,
    savedAt: Date.parse(pack.modifiedAt),
    sources,
    markingProblems: problems,
    onStatus,
  })

  const changeHead = (next: BriefingHead) => {
    setHead(next)
    edited({ head: next })
    onLive({ briefing: latest.current, caret: null })
  }
  function tellLive({ state }: Editor): void {
    const { $head, $from } = state.selection
    onLive({ briefing: latest.current, caret: ($head.depth === 0 ? $from : $head).index(0) })
  }
  const checkSpelling = () => setSpellingFrom(editor.state.selection.from)
  useCommands([
    { id: 'draft.find', label: 'Find in the draft', run: () => setShown('find') },
    { id: 'draft.outline', label: 'Show the outline of the draft', run: () => showOutline(true) },
    { id: 'draft.versions', label: 'Earlier versions of the draft', run: () => setShown('versions') },
    {
      id: 'draft.layout',
      label: 'Layout of the pack: cover, contents, annexes',
      run: () => setShown('layout'),
    },
    { id: 'draft.spelling', label: 'Check the spelling of the draft', keys: 'F7', run: checkSpelling },
  ])
  useImperativeHandle(ref, () => ({
    insertQuotation: highlight => {
      editor.view.dispatch(insertQuotation(editor.state, highlight))
      editor.view.focus()
    },
    insertCitation: highlight => {
      const tr = insertCitation(editor.state, highlight)
      if (!tr)
        return toast('A quotation carries its own citation. Put the caret into a paragraph, then cite.')
      editor.view.dispatch(tr)
      editor.view.focus()
    },
    focus: () => editor.commands.focus(),
    find: words => {
      setFinding(old => ({ words, asked: old.asked + 1 }))
      setShown('find')
    },
    reveal: key => {
      const at = positionOfCitation(editor.state.doc, key)
      if (at !== null) revealNode(editor, at)
    },
    revealChild: index => {
      const at = positionAtPath(editor.state.doc, [index])
      if (at !== null) revealNode(editor, at)
    },
    flush: async () => {
      const after = await autosave.flush()
      if (after.kind === 'failed') throw new Failure('internal', after.message)
      if (after.kind === 'stale') throw new Failure('stale-revision', after.message)
    },
    reload: onReload,
  }))

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+F, F3 and Alt+F10 wherever the focus is in the draft
    <div
      className={styles.draft}
      onKeyDown={event => {
        const { nativeEvent: keys } = event
        if (pressed(keys, 'Ctrl+F')) setShown('find')
        else if (shown === 'find' && pressed(keys, 'F3')) goToMatch(editor, 1)
        else if (shown === 'find' && pressed(keys, 'Shift+F3')) goToMatch(editor, -1)
        else if (pressed(keys, 'Alt+F10')) {
          event.currentTarget.querySelector<HTMLElement>('[role=toolbar] button')?.focus()
        } else return
        event.preventDefault()
      }}
    >
      <div className={styles.tools}>
        <DraftToolbar
          editor={editor}
          insert={paper.insert}
          verb={paper.verb}
          isOutlineShown={isOutlineShown}
          onOutline={showOutline}
          onVersions={() => setShown('versions')}
          onLayout={() => setShown('layout')}
          onFind={() => setShown('find')}
          onSpelling={checkSpelling}
        />
      </div>
      {shown === 'find' && (
        <FindInDraft
          key={finding.asked}
          editor={editor}
          initial={finding.words}
          onClose={() => {
            setShown(null)
            setFinding({ words: '', asked: 0 })
          }}
        />
      )}
      {state.kind === 'failed' && (
        <div className={`${styles.banner} ${styles.problem}`} role="alert">
          <span>
            Not saved: {state.message} Your text is still here and Despatch keeps trying to save it. Copy it
            before you close this window.
          </span>
          <Button onPress={() => void autosave.flush()}>Try now</Button>
        </div>
      )}
      <div className={styles.beside}>
        {isOutlineShown && <OutlinePanel editor={editor} />}
        <div className={styles.canvas}>
          <div className={sheet.sheet}>
            <MarkingField head={head} onChange={changeHead} />
            <HeadFields head={head} onChange={changeHead} />
            <EditorContent editor={editor} />
            <span id={TAB_HINT} hidden>
              In a numbered paragraph, a list or a table, Tab moves within the text. Press Escape first to
              leave it.
            </span>
            <p className={`${sheet.marking} ${sheet.foot}`}>{head.marking}</p>
          </div>
        </div>
      </div>
      {spellingFrom !== null && (
        <SpellingDialog
          editor={editor}
          from={spellingFrom}
          onClose={() => setSpellingFrom(null)}
          onLearn={word => setLearnt([...new Set([...learnt, word])])}
        />
      )}
      {paper.dialog}
      {shown === 'layout' && <LayoutDialog editor={editor} onClose={() => setShown(null)} />}
      {shown === 'versions' && (
        <VersionsDialog
          pack={pack}
          flush={() => autosave.flush()}
          onClose={() => setShown(null)}
          onRestored={onReload}
        />
      )}
      {state.kind === 'stale' && <StaleDialog pack={pack} mine={() => latest.current} onSettled={onReload} />}
    </div>
  )
}
