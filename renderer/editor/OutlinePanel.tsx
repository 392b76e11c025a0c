import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useMemo } from 'react'
import { factsIn } from './briefingFacts.ts'
import { positionAtPath, revealNode } from './nodeAtPath.ts'
import styles from './OutlinePanel.module.css'
import { outline } from './outline.ts'

/** The headings and annexes of the draft; a click goes there. */
export function OutlinePanel({ editor }: { editor: Editor }): ReactNode {
  const content = useEditorState({ editor, selector: ({ editor }) => factsIn(editor.state).content })
  const entries = useMemo(() => outline(content), [content])
  const go = (index: number) => {
    const at = positionAtPath(editor.state.doc, [index])
    if (at !== null) revealNode(editor, at)
  }
  return (
    <nav className={styles.panel} aria-label="Outline of the draft">
      {entries.length === 0 && <p>Headings and annexes will be listed here.</p>}
      <ul>
        {entries.map(({ level, text, index }) => (
          <li key={index}>
            <button type="button" className={styles[`level${level}`]} onClick={() => go(index)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
