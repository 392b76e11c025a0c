import type { ReactNode } from 'react'
import { useCall } from '../api/index.ts'
import { Button, Dialog, Select } from '../ui/index.ts'
import { MarkingSettings } from './MarkingSettings.tsx'
import styles from './Shell.module.css'
import { type TextSize, type Theme, useTextSize, useTheme } from './useAppearance.ts'

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As this computer' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const sizes: { value: TextSize; label: string }[] = [
  { value: 'normal', label: 'Normal' },
  { value: 'large', label: 'Large' },
  { value: 'larger', label: 'Larger' },
  { value: 'largest', label: 'Largest' },
]

export function SettingsDialog(props: { isOpen: boolean; onOpenChange(isOpen: boolean): void }): ReactNode {
  const { isOpen, onOpenChange } = props
  const [theme, setTheme] = useTheme()
  const [textSize, setTextSize] = useTextSize()
  const { data: status } = useCall('archive.status', {})
  return (
    <Dialog
      title="Settings"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      actions={
        <Button variant="primary" onPress={() => onOpenChange(false)}>
          Done
        </Button>
      }
    >
      <div className={styles.fields}>
        <Select label="Theme" value={theme} onChange={(next: Theme) => setTheme(next)} options={themes} />
        <Select
          label="Text size"
          value={textSize}
          onChange={(next: TextSize) => setTextSize(next)}
          options={sizes}
        />
        <MarkingSettings />
        {status && (
          <p className={styles.quiet}>Despatch {status.version}. Everything stays on this computer.</p>
        )}
      </div>
    </Dialog>
  )
}
