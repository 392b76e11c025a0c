import type { ReactNode } from 'react'
import { matrix } from '../../../shared/text/marking/index.ts'
import { BesideField } from './BesideField.tsx'
import { type ComposeProps, levelIn } from './composition.ts'
import styles from './MarkingDialog.module.css'
import { PartOption } from './PartOption.tsx'
import { choice } from './partChoices.ts'

/** The prefix UK, and to whom the paper is given. */
export function AbroadChoice({ composition, compose }: ComposeProps): ReactNode {
  const { marking } = composition
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Sent abroad</legend>
      <PartOption
        choice={choice('UK prefix', marking.isUk, matrix.ukPrefix, levelIn(composition))}
        onChange={isUk => compose(old => ({ ...old, marking: { ...old.marking, isUk } }))}
      />
      {marking.isUk && (
        <BesideField
          composition={composition}
          compose={compose}
          field="releaseTo"
          label="Released to"
          description="The receiving government or organisation: Government of France. Or a short form: REL-EU."
        />
      )}
    </fieldset>
  )
}
