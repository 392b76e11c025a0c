import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { isAboveOfficial, type Level, levels } from '../../../shared/text/marking/index.ts'
import styles from './MarkingDialog.module.css'

export interface TierChoiceProps {
  level: Level | null
  allowsSecret: boolean
  onChange(level: Level): void
}

/** The tier, and whether it is OFFICIAL-SENSITIVE. Higher tiers are offered where a setting allows them. */
export function TierChoice({ level, allowsSecret, onChange }: TierChoiceProps): ReactNode {
  const offered = levels.filter(one => allowsSecret || !isAboveOfficial(one))
  return (
    <RadioGroup value={level} onChange={next => onChange(next as Level)}>
      <Label className={styles.legend!}>Tier</Label>
      <div className={styles.tiers}>
        {offered.map(one => (
          <Radio key={one} value={one} className={styles.tier!}>
            <span aria-hidden className={styles.dot} />
            {one}
          </Radio>
        ))}
      </div>
      {level !== null && isAboveOfficial(level) && (
        <p className={styles.statement}>
          Despatch and this computer must be approved for {level}. Despatch cannot check that they are.
        </p>
      )}
    </RadioGroup>
  )
}
