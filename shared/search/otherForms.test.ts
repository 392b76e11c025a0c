import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { otherForms } from './otherForms.ts'
import { foldForm, termOf } from './terms.ts'

const formsOf = (written: string) => otherForms(written, foldForm(written))
const finds = (typed: string, written: string) =>
  [termOf(foldForm(typed)), ...formsOf(typed)].includes(termOf(foldForm(written)))

describe('a word is looked for in the forms that the stemmer leaves apart', () => {
  test.each([
    ['knife', 'knives'],
    ['knives', 'knife'],
    ['recognise', 'recognition'],
    ['recognition', 'recognized'],
    ['buy', 'bought'],
    ['sold', 'selling'],
    ['children', 'child'],
    ['fisherman', 'fishermen'],
    ['policewomen', 'policewoman'],
    ['rise', 'rose'],
    ['Mueller', 'Müller'],
    ['Müller', 'Mueller'],
    ['Goering', 'Göring'],
    ['McDonald', 'MacDonald'],
    ['MacKenzie', 'McKenzie'],
    ['criteria', 'criterion'],
    ['haemorrhage', 'hemorrhages'],
  ])('%s finds %s', (typed, written) => expect(finds(typed, written)).toBe(true))

  test.each([
    ['rose', 'rise'],
    ['Met', 'meet'],
    ['Fed', 'feed'],
    ['life', 'live'],
    ['leave', 'leaf'],
    ['does', 'dos'],
  ])('%s does not find %s', (typed, written) => expect(finds(typed, written)).toBe(false))
})

test('never gives the word itself, and takes anything', () => {
  const codes = fc.array(fc.nat(0xffff), { maxLength: 12 })
  const word = fc.oneof(
    codes.map(all => String.fromCharCode(...all)),
    fc.string({ unit: fc.constantFrom(...'mcaeounü') }),
  )
  fc.assert(
    fc.property(word, written => {
      const form = foldForm(written)
      expect(otherForms(written, form)).not.toContain(termOf(form))
    }),
  )
})
