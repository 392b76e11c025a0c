import { type ReactNode, useState } from 'react'
import { centralPolicy, markingSettings } from '../../shared/text/marking/siteMarkings.ts'
import { useSetting } from '../api/index.ts'
import { Checkbox, TextField } from '../ui/index.ts'
import styles from './MarkingSettings.module.css'

/** What the organisation lays down of markings, and whether they stand in the names of files. */
export function MarkingSettings(): ReactNode {
  const [isInFileName, putInFileName] = useSetting('export.markingInFileName', true)
  const [allowsSecret, allowSecret] = useSetting(
    markingSettings.allowsSecret,
    centralPolicy.allowsSecret as boolean,
  )
  return (
    <section className={styles.marking} aria-labelledby="settings-marking">
      <h3 id="settings-marking">Marking</h3>
      <Checkbox isSelected={isInFileName} onChange={putInFileName}>
        Put the marking into the names of exported files
      </Checkbox>
      <PartsField
        label="Further handling instructions"
        description="Of your organisation, one on a line."
        setting={markingSettings.instructions}
      />
      <PartsField
        label="Further descriptors"
        description="Of your organisation, one on a line."
        setting={markingSettings.descriptors}
      />
      <div>
        <Checkbox isSelected={allowsSecret} onChange={allowSecret}>
          Allow SECRET and TOP SECRET
        </Checkbox>
        <p className={styles.note}>
          Whoever allows it states that Despatch and this computer are approved for that tier. Despatch cannot
          check it.
        </p>
      </div>
    </section>
  )
}

interface PartsFieldProps {
  label: string
  description: string
  setting: string
}

/** A list that is typed one on a line. What is typed stands until it is read back, with its empty lines. */
function PartsField({ label, description, setting }: PartsFieldProps): ReactNode {
  const [kept, keep] = useSetting<readonly string[]>(setting, NONE)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      description={description}
      isMultiline
      rows={2}
      maxLength={2000}
      value={typed ?? kept.join('\n')}
      onChange={text => {
        setTyped(text)
        keep(text.split('\n').filter(line => line.trim() !== ''))
      }}
    />
  )
}

const NONE: readonly string[] = []
