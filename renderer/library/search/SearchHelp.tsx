import type { ReactNode, RefObject } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { Kbd } from '../../ui/index.ts'
import styles from './Popovers.module.css'

interface Props {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
  /** What it stands beside. */
  beside: RefObject<HTMLElement | null>
}

/** How to search, in a small table. */
export function SearchHelp({ isOpen, onOpenChange, beside }: Props): ReactNode {
  return (
    <Popover
      triggerRef={beside}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottom start"
      className={styles.popover!}
    >
      <Dialog className={styles.dialog!}>
        {/* Scrolls, so it takes the focus. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={styles.body} tabIndex={0} aria-label="How to search">
          <Heading slot="title" level={2} className={styles.title!}>
            How to search
          </Heading>
          <p>
            Type words: each must be found, in any form, spelling or order. Nothing more is needed. To say it
            more exactly:
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Type</th>
                <th scope="col">to find</th>
              </tr>
            </thead>
            <tbody>
              {language.map(([typed, finds]) => (
                <tr key={typed}>
                  <td>
                    <code>{typed}</code>
                  </td>
                  <td>{finds}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <Kbd keys="↓" /> goes to the list, <Kbd keys="Enter" /> opens the best match, <Kbd keys="Esc" />{' '}
            empties the box. In an article, <Kbd keys="F3" /> goes to the next place that was found.
          </p>
        </section>
      </Dialog>
    </Popover>
  )
}

const language = [
  ['"small boats"', 'these words in a row'],
  ['boats OR ships', 'either of the two'],
  ['-ferry', 'what does not hold the word'],
  ['harb*', 'all words that begin so'],
  ['boats NEAR/5 Dover', 'both within five words of each other'],
  ['(boats OR ships) Dover', 'groups, put together'],
  ['£1.2bn', 'the figure, however it is written'],
  ['title:harbour', 'words in the title; also by: and publisher:'],
  ['tag:housing', 'articles with a tag'],
  ['type:note', 'notes only; also article, highlight, pack'],
  ['after:December 2024', 'what was published later; also before: and on:'],
  ['on:"last week"', 'days, as people say them'],
  ['has:highlight', 'articles with highlights; also note, version'],
  ['kind:figure', 'highlights of a kind'],
  ['cited:no', 'articles in no pack; also yes, or a pack’s title'],
  ['marking:sensitive', 'packs with a protective marking'],
] as const
