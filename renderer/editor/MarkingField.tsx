import { type ReactNode, useId, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { type MarkedHead, markingProblems } from '../../shared/text/marking/index.ts'
import { useCommands } from '../ui/index.ts'
import styles from './MarkingField.module.css'
import { HandlingLines } from './marking/HandlingLines.tsx'
import { MarkingDialog } from './marking/MarkingDialog.tsx'
import { useSiteMarkings } from './marking/useSiteMarkings.ts'
import { usualMarkings } from './marking/usualMarkings.ts'

export interface MarkingFieldProps<Head extends MarkedHead> {
  head: Head
  onChange(head: Head): void
}

/** The marking where it is printed, at the head of the page: typed, chosen from the usual ones, or composed. */
export function MarkingField<Head extends MarkedHead>({
  head,
  onChange,
}: MarkingFieldProps<Head>): ReactNode {
  const id = useId()
  const [isComposing, setComposing] = useState(false)
  const problems = markingProblems(head, useSiteMarkings())
  const mark = (marking: string) => onChange({ ...head, marking })
  useCommands([{ id: 'draft.marking', label: 'Marking of the pack', run: () => setComposing(true) }])
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        <textarea
          aria-label="Security marking"
          data-marking=""
          aria-describedby={id}
          className={styles.input}
          rows={1}
          maxLength={500}
          spellCheck={false}
          value={head.marking}
          onChange={event => mark(event.target.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
        />
        <span className={styles.buttons}>
          <MenuTrigger>
            <Button className={styles.open!} aria-label="Choose a marking">
              <span aria-hidden className={styles.chevron} />
            </Button>
            <Popover className={styles.popover!} placement="bottom end">
              <Menu className={styles.list!} onAction={key => mark(String(key))}>
                {usualMarkings.map(marking => (
                  <MenuItem key={marking} id={marking} className={styles.item!}>
                    {marking}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
          <Button className={styles.compose!} onPress={() => setComposing(true)}>
            Marking…
          </Button>
        </span>
      </div>
      <HandlingLines head={head} />
      <div id={id} role="status">
        {problems.map(({ text, stopsExport }) => (
          <p key={text} className={styles.doubt}>
            {text}
            {stopsExport && ' Nothing is exported under this marking.'}
          </p>
        ))}
      </div>
      {isComposing && (
        <MarkingDialog
          head={head}
          onClose={() => setComposing(false)}
          onDone={next => {
            setComposing(false)
            onChange(next)
          }}
        />
      )}
    </div>
  )
}
