import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button, Dialog, TextField } from '../ui/index.ts'
import { acceptWords, type Misspelling, misspellingsIn } from './Spelling.ts'
import styles from './SpellingDialog.module.css'
import { suggestions } from './speller.ts'

export interface SpellingDialogProps {
  editor: Editor
  /** Where to begin, as a position of the document. */
  from: number
  onClose(): void
  /** Keeps a word for every pack. */
  onLearn(word: string): void
}

/** Goes through the misspelt words of the draft one by one. */
export function SpellingDialog({ editor, from, onClose, onLearn }: SpellingDialogProps): ReactNode {
  const found = useEditorState({ editor, selector: ({ editor }) => misspellingsIn(editor.state) })
  const [at, setAt] = useState(from)
  const current = found.find(misspelling => misspelling.to >= at) ?? found[0]
  return (
    <Dialog title="Spelling" isOpen onOpenChange={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      {current ? (
        <MisspeltWord
          key={`${current.word} ${current.from}`}
          editor={editor}
          current={current}
          left={found.length}
          onLearn={onLearn}
          onNext={setAt}
        />
      ) : (
        <p>No word of the draft is in doubt. Quotations are not checked: their words are the source’s.</p>
      )}
    </Dialog>
  )
}

interface MisspeltWordProps {
  editor: Editor
  current: Misspelling
  left: number
  onLearn(word: string): void
  onNext(from: number): void
}

function MisspeltWord({ editor, current, left, onLearn, onNext }: MisspeltWordProps): ReactNode {
  const { word, from, to } = current
  const [offered, setOffered] = useState<string[] | null>(null)
  const [typed, setTyped] = useState(word)
  useEffect(() => {
    let isCurrent = true
    suggestions(word).then(words => isCurrent && setOffered(words))
    return () => {
      isCurrent = false
    }
  }, [word])
  const replace = (replacement: string) => {
    if (replacement === '') return
    editor.view.dispatch(editor.state.tr.insertText(replacement, from, to))
    onNext(from + replacement.length + 1)
  }
  const accept = () => {
    acceptWords(editor, [word])
    onNext(from)
  }
  return (
    <div className={styles.word}>
      <p role="status" className={styles.count}>
        {left === 1 ? 'One word is in doubt.' : `${left} words are in doubt.`}
      </p>
      <p className={styles.context}>{contextOf(editor, current)}</p>
      <fieldset className={styles.suggestions}>
        <legend>Replace “{word}” with</legend>
        {offered === null && <span>Looking…</span>}
        {offered?.length === 0 && <span>Nothing like it is in the dictionary.</span>}
        {offered?.map(suggestion => (
          <Button key={suggestion} onPress={() => replace(suggestion)}>
            {suggestion}
          </Button>
        ))}
      </fieldset>
      <TextField label="Your own words" value={typed} onChange={setTyped} onSubmit={() => replace(typed)} />
      <div className={styles.buttons}>
        <Button variant="primary" isDisabled={typed === word || typed === ''} onPress={() => replace(typed)}>
          Replace
        </Button>
        <Button onPress={() => onNext(to + 1)}>Skip</Button>
        <Button onPress={accept}>Ignore in this draft</Button>
        <Button
          onPress={() => {
            onLearn(word)
            accept()
          }}
        >
          Add to dictionary
        </Button>
      </div>
    </div>
  )
}

/** The word with what stands around it, so that it can be judged without looking at the draft. */
function contextOf(editor: Editor, { from, to }: Misspelling): ReactNode {
  const { doc } = editor.state
  const block = doc.resolve(from)
  const start = Math.max(block.start(), from - 60)
  const end = Math.min(block.end(), to + 60)
  const text = (a: number, b: number) => doc.textBetween(a, b, ' ', '')
  return (
    <>
      {start > block.start() && '…'}
      {text(start, from)}
      <strong className={styles.misspelt}>{text(from, to)}</strong>
      {text(to, end)}
      {end < block.end() && '…'}
    </>
  )
}
