import type { ReactNode } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { checkMarking, offeredMarkings } from './checkMarking.ts'
import styles from './MarkingField.module.css'

export interface MarkingFieldProps {
  value: string
  onChange(value: string): void
}

/** The marking where it is printed, at the head of the page: chosen from the usual ones, or typed. */
export function MarkingField({ value, onChange }: MarkingFieldProps): ReactNode {
  const doubt = checkMarking(value)
  return (
    <ComboBox
      allowsCustomValue
      menuTrigger="manual"
      inputValue={value}
      onInputChange={onChange}
      onChange={key => key !== null && onChange(String(key))}
      defaultFilter={() => true}
      className={styles.field!}
    >
      <Label className="visuallyHidden">Security marking</Label>
      <div className={styles.line}>
        <Input className={styles.input!} />
        <Button className={styles.open!} aria-label="Choose a marking">
          <span aria-hidden className={styles.chevron} />
        </Button>
      </div>
      {doubt && (
        <Text slot="description" className={styles.doubt!}>
          {doubt}
        </Text>
      )}
      <Popover className={styles.popover!}>
        <ListBox className={styles.list!}>
          {offeredMarkings.map(marking => (
            <ListBoxItem key={marking} id={marking} textValue={marking} className={styles.item!}>
              {marking}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
