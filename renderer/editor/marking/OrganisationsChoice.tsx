import type { ReactNode } from 'react'
import { matrix } from '../../../shared/text/marking/index.ts'
import { TextField } from '../../ui/index.ts'
import type { ComposeProps } from './composition.ts'
import styles from './MarkingDialog.module.css'
import { PartOption } from './PartOption.tsx'
import { choice } from './partChoices.ts'

/** The instruction that names the organisations which may use the paper. */
export function OrganisationsChoice({ composition, compose }: ComposeProps): ReactNode {
  const { organisations } = composition
  const name = (next: string | null) => compose(old => ({ ...old, organisations: next }))
  const one = choice('USE ONLY by organisations you name', organisations !== null, matrix.useOnly, null)
  return (
    <>
      <PartOption choice={one} onChange={isIn => name(isIn ? '' : null)} />
      {organisations !== null && (
        <div className={styles.beside}>
          <TextField
            label="Organisations"
            description="As they stand before USE ONLY: Home Office and MOD."
            value={organisations}
            onChange={name}
            maxLength={120}
          />
        </div>
      )}
    </>
  )
}
