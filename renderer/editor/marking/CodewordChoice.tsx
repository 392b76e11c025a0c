import type { ReactNode } from 'react'
import { TextField } from '../../ui/index.ts'
import { type ComposeProps, levelIn, withPart } from './composition.ts'
import styles from './MarkingDialog.module.css'
import { PartOption } from './PartOption.tsx'
import { caveatChoices } from './partChoices.ts'

/** Codeword and national caveats: only where they may be used, or where the marking has some already. */
export function CodewordChoice(props: ComposeProps & { isOffered: boolean }): ReactNode {
  const { composition, compose, isOffered } = props
  const { codewords, caveats } = composition.marking
  if (!isOffered && codewords.length === 0 && caveats.length === 0) return null
  const setCodewords = (text: string) =>
    compose(old => {
      const words = text.toUpperCase().replace(/[^\p{L} ]/gu, '')
      return { ...old, marking: { ...old.marking, codewords: words === '' ? [] : words.split(' ') } }
    })
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Codeword and national caveats</legend>
      <TextField
        label="Codeword"
        description="One word, allocated centrally. Seldom used at OFFICIAL."
        value={codewords.join(' ')}
        onChange={setCodewords}
        maxLength={60}
      />
      {caveatChoices(composition.marking, levelIn(composition)).map(one => (
        <PartOption
          key={one.words}
          choice={one}
          onChange={isIn => compose(old => withPart(old, 'caveats', one.words, isIn))}
        />
      ))}
    </fieldset>
  )
}
