import { type Editor, useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { type Edition, layoutOf } from '../../../shared/document/layout.ts'
import { Button, Checkbox, Dialog, Select } from '../../ui/index.ts'
import { factsIn } from '../briefingFacts.ts'
import styles from './LayoutDialog.module.css'
import { changeLayout, type ListedAnnex, listAnnexes, moveAnnex, setEdition } from './layoutCommands.ts'
import { WholeArticles } from './WholeArticles.tsx'

/** How the draft becomes a pack: cover, contents, and its annexes, their order and the packs they go into. */
export function LayoutDialog({ editor, onClose }: { editor: Editor; onClose(): void }): ReactNode {
  const content = useEditorState({ editor, selector: ({ editor }) => factsIn(editor.state).content })
  const { cover, contents, wholeArticles, issued } = layoutOf(content)
  const annexes = listAnnexes(content)
  const apply = (tr: ReturnType<typeof moveAnnex>) => tr && editor.view.dispatch(tr)
  const canUndo = useEditorState({ editor, selector: ({ editor }) => editor.can().undo() })
  return (
    <Dialog
      title="Layout of the pack"
      isWide
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button isDisabled={!canUndo} onPress={() => editor.commands.undo()}>
            Undo
          </Button>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.layout}>
        <section aria-labelledby="layout-front">
          <h3 id="layout-front">In front</h3>
          <Checkbox isSelected={cover} onChange={on => apply(changeLayout(editor.state, { cover: on }))}>
            Cover page
          </Checkbox>
          <Checkbox
            isSelected={contents}
            onChange={on => apply(changeLayout(editor.state, { contents: on }))}
          >
            Contents with page numbers
          </Checkbox>
          {issued && (
            <p className={styles.hint}>
              A list of what changed since version {issued.version} comes first by itself.
            </p>
          )}
        </section>
        <section aria-labelledby="layout-annexes">
          <h3 id="layout-annexes">Annexes, in order</h3>
          <p className={styles.hint}>
            The core pack goes wide; the full pack has everything. An annex keeps its letter in both
            {issued ? ', and what was issued keeps the letter it was issued with' : ''}. To add an annex, give
            a line of the draft the style ‘Annex title’.
          </p>
          <ol className={styles.annexes}>
            {annexes.map((annex, index) => (
              <AnnexRow
                key={annex.key}
                annex={annex}
                isFirst={index === 0}
                isLast={index === annexes.length - 1}
                onMove={by => apply(moveAnnex(editor.state, index, by))}
                onEdition={edition => apply(setEdition(editor.state, index, edition))}
              />
            ))}
          </ol>
        </section>
        <WholeArticles
          content={content}
          chosen={wholeArticles}
          onChange={ids => apply(changeLayout(editor.state, { wholeArticles: ids }))}
        />
      </div>
    </Dialog>
  )
}

const editions: { value: Edition; label: string }[] = [
  { value: 'core', label: 'Core and full pack' },
  { value: 'full', label: 'Full pack only' },
  { value: 'none', label: 'Neither' },
]

interface AnnexRowProps {
  annex: ListedAnnex
  isFirst: boolean
  isLast: boolean
  onMove(by: -1 | 1): void
  onEdition(edition: Edition): void
}

function AnnexRow({ annex, isFirst, isLast, onMove, onEdition }: AnnexRowProps): ReactNode {
  const { name, edition } = annex
  return (
    <li className={styles.annex}>
      <span className={styles.name}>{name}</span>
      <Select
        label={`Packs that ‘${name}’ goes into`}
        isLabelHidden
        value={edition}
        options={editions}
        onChange={onEdition}
      />
      <Button aria-label={`Move up ‘${name}’`} isDisabled={isFirst} onPress={() => onMove(-1)}>
        Move up
      </Button>
      <Button aria-label={`Move down ‘${name}’`} isDisabled={isLast} onPress={() => onMove(1)}>
        Move down
      </Button>
    </li>
  )
}
