import { type ReactNode, useState } from 'react'
import { type MarkedHead, matrix } from '../../../shared/text/marking/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { AbroadChoice } from './AbroadChoice.tsx'
import { BesideField } from './BesideField.tsx'
import { CodewordChoice } from './CodewordChoice.tsx'
import { type ComposeProps, compositionOf, headOf, levelIn, withLevel, withPart } from './composition.ts'
import styles from './MarkingDialog.module.css'
import { OrganisationsChoice } from './OrganisationsChoice.tsx'
import { Outcome } from './Outcome.tsx'
import { PartOption } from './PartOption.tsx'
import { choice, partChoices } from './partChoices.ts'
import { TierChoice } from './TierChoice.tsx'
import { useSiteMarkings } from './useSiteMarkings.ts'

export interface MarkingDialogProps<Head extends MarkedHead> {
  head: Head
  onDone(head: Head): void
  onClose(): void
}

/** Puts a marking together from its parts, and asks for what these need. The foot shows what it comes to. */
export function MarkingDialog<Head extends MarkedHead>(props: MarkingDialogProps<Head>): ReactNode {
  const { head, onDone, onClose } = props
  const site = useSiteMarkings()
  const [composition, compose] = useState(() => compositionOf(head, site))
  const level = levelIn(composition)
  const outcome = headOf(head, composition)
  const tick = (list: Parameters<typeof withPart>[1], words: string, isIn: boolean) =>
    compose(old => withPart(old, list, words, isIn))
  const options = (list: 'instructions' | 'descriptors') =>
    partChoices(list, composition.marking, level, site).map(one => (
      <div key={one.words}>
        <PartOption choice={one} onChange={isIn => tick(list, one.words, isIn)} />
        {one.isChosen && <FieldsOf words={one.words} composition={composition} compose={compose} />}
      </div>
    ))
  return (
    <Dialog
      title="Marking"
      isWide
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Outcome head={outcome} />
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={composition.marking.tier === null}
            onPress={() => onDone(outcome)}
          >
            Use this marking
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <div className={styles.whole}>
          <TierChoice
            level={level}
            allowsSecret={site.allowsSecret}
            onChange={next => compose(old => withLevel(old, next))}
          />
        </div>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>Handling instructions</legend>
          {options('instructions')}
          <OrganisationsChoice composition={composition} compose={compose} />
        </fieldset>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>Descriptors</legend>
          {options('descriptors')}
        </fieldset>
        <AbroadChoice composition={composition} compose={compose} />
        <CodewordChoice composition={composition} compose={compose} isOffered={site.allowsSecret} />
        {composition.marking.others.length > 0 && (
          <fieldset className={styles.group}>
            <legend className={styles.legend}>Not in the policy</legend>
            {composition.marking.others.map(words => (
              <PartOption
                key={words}
                choice={choice(words, true, null, level)}
                onChange={isIn => tick('others', words, isIn)}
              />
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}

/** What an instruction needs beside it. */
function FieldsOf({ words, ...rest }: ComposeProps & { words: string }): ReactNode {
  switch (words) {
    case matrix.recipientsOnly.name:
      return (
        <BesideField
          {...rest}
          field="recipients"
          label="Recipients"
          description="By name. They are printed under the marking."
          isMultiline
        />
      )
    case matrix.embargoed.name:
      return (
        <>
          <BesideField
            {...rest}
            field="embargoUntil"
            label="Embargoed until"
            description="What it waits for, with date and time: the announcement on 14/01/27 at 12:30."
          />
          <BesideField
            {...rest}
            field="embargoThen"
            label="Marking afterwards"
            description="Such as OFFICIAL - FOR PUBLIC RELEASE."
          />
        </>
      )
    default:
      return null
  }
}
