import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { Button, Dialog, Progress } from '../../ui/index.ts'
import styles from './Import.module.css'
import { paceInWords, timeLeftInWords } from './importPace.ts'
import { outcomes } from './outcomes.ts'
import type { Import } from './useImport.ts'
import { usePace } from './usePace.ts'

interface Props {
  work: Import
  isOpen: boolean
  /** The person goes on working: the import goes on too. */
  onAside(): void
}

/** How often an import under way is spoken of, in milliseconds. */
const spokenEvery = 10_000

/** An import while it runs: what is being read, how far it has come, how long it will take, and the way to stop it. */
export function ImportProgressDialog({ work, isOpen, onAside }: Props): ReactNode {
  const { isUnderWay, note, done, total, outcomes: counts, isStopping } = work
  const articles = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const pace = usePace(isUnderWay, done, articles)
  const timeLeft = timeLeftInWords(total - done, pace)
  const progress = `${number(done)} of ${number(total)} read`
  const said = useSpoken(isOpen, `${progress}. ${timeLeft ? `${capital(timeLeft)} left.` : ''}`)
  return (
    <Dialog
      title="Adding articles"
      isOpen={isOpen}
      onOpenChange={onAside}
      actions={
        <>
          <span className={styles.kept}>What was taken in stays.</span>
          <Button onPress={work.cancel} isDisabled={isStopping}>
            {isStopping ? 'Stopping…' : 'Cancel'}
          </Button>
          <Button variant="primary" onPress={onAside} autoFocus>
            Go on working
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <div>
          <Progress label={progress} value={done > 0 ? done / total : null} />
          <p className={styles.now}>{note}</p>
        </div>
        <Facts facts={outcomes.toReversed().map(({ value, label }) => [label, number(counts[value] ?? 0)])} />
        <Facts
          facts={[
            ['Speed', (pace && paceInWords(pace)) || 'Not known yet'],
            ['Time left', timeLeft ? capital(timeLeft) : 'Not known yet'],
          ]}
        />
        <p role="status" className="visuallyHidden">
          {said}
        </p>
      </div>
    </Dialog>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Words that change all the time, as they stand every now and then: a screen reader must not be talked over. */
function useSpoken(isOn: boolean, words: string): string {
  const [said, say] = useState('')
  const speak = useEffectEvent(() => say(words))
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => speak(), spokenEvery)
    return () => clearInterval(timer)
  }, [isOn])
  return said
}

const number = (count: number) => count.toLocaleString('en-GB')
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
