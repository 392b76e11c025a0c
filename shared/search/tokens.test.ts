import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldForm } from './terms.ts'
import { tokensOf } from './tokens.ts'

/** "term@position" for each token. */
const at = (text: string) => tokensOf(text).map(({ term, position }) => `${term}@${position}`)
const terms = (text: string) => tokensOf(text).map(({ term }) => term)

const awkward = fc.constantFrom(
  ...[
    '-',
    '’',
    "'",
    '\u00ad',
    '\u200d',
    '\u0301',
    '.',
    ',',
    '%',
    '\u00a0',
    ' ',
    '1',
    '234',
    'bn',
    ' per cent',
  ],
  ...[
    '東',
    '京',
    'ไ',
    'ท',
    'ᄀ',
    'É',
    'ﬁ',
    'ß',
    '٣',
    '²',
    '\ud800',
    '\udc00',
    '😀',
    '\0',
    '\ufdfa',
    'minister',
    's',
    'ー',
  ],
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(awkward, { maxLength: 30 }).map(parts => parts.join('')),
)

/** Whether all letters and digits of a form stand in a text in this order: a joined word drops what its parts drop. */
function standsInOrder([text, form]: string[]): boolean {
  let at = 0
  for (const letter of form!.replace(/[^\p{L}\p{N}\p{M}\p{Co}]/gu, '')) {
    at = text!.indexOf(letter, at) + letter.length
    if (at < letter.length) return false
  }
  return true
}

describe('tokensOf', () => {
  test('covers the words it stands for, in order, whatever the text', () => {
    fc.assert(
      fc.property(text, written => {
        let before = { start: 0, position: 0 }
        let reached = -1
        for (const token of tokensOf(written)) {
          expect(token.start).toBeGreaterThanOrEqual(before.start)
          expect(token.end).toBeGreaterThan(token.start)
          expect(token.end).toBeLessThanOrEqual(written.length)
          expect(token.position).toBeGreaterThanOrEqual(before.position)
          expect(token.position).toBeLessThanOrEqual(reached + 1)
          expect(token.term).not.toBe('')
          const covered = foldForm(written.slice(token.start, token.end)).replace(
            /[^\p{L}\p{N}\p{M}\p{Co}]/gu,
            '',
          )
          const isSign = /^(?:per|cent|thousand|million|billion|trillion)$/.test(token.form)
          const isDigits = /^[\d.]+$/.test(token.form)
          const isJoined = /\p{Pd}/u.test(written.slice(token.start, token.end))
          if (isJoined) expect([covered, token.form]).toSatisfy(standsInOrder)
          else if (token.form !== '' && !isSign && !isDigits) expect(covered).toContain(token.form)
          reached = token.position
          before = token
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('sees every word that is nothing but letters', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[b-z]{3,9}$/), { maxLength: 20 }), words => {
        expect(tokensOf(words.join(' ')).map(({ form }) => form)).toEqual(words)
      }),
    )
  })

  test.each([
    ['harbours', 'HARBOUR'],
    ['Élysée', 'elysee'],
    ['œuvre', 'oeuvre'],
    ['ﬁnance', 'finance'],
    ['Ｆｕｌｌ', 'full'],
    ['Øresund', 'oresund'],
    ['Straße', 'strasse'],
    ['minister’s', 'minister'],
    ["ministers'", 'minister'],
    ['minister\u02bcs', "minister's"],
    ['O’Brien', "O'Brien"],
    ['har\u00adbour', 'harbour'],
    ['مُحَمَّد', 'محمد'],
    ['Ελλάς', 'ΕΛΛΑΣ'],
    ['٣٤', '34'],
  ])('%s is %s', (one, other) => {
    expect(terms(one)).toEqual(terms(other))
  })

  test.each([
    ['colour', 'color'],
    ['haemorrhages', 'hemorrhage'],
    ['orthopaedic', 'orthopedics'],
    ['neighbourhoods', 'neighborhoods'],
    ['favourable', 'favorable'],
    ['centre', 'center'],
    ['centred', 'centered'],
    ['kilometres', 'kilometers'],
    ['organise', 'organize'],
    ['organisations', 'organizations'],
    ['privatised', 'privatizing'],
    ['analysed', 'analyzed'],
    ['programme', 'program'],
    ['programmed', 'programmes'],
    ['travelled', 'traveled'],
    ['fuelled', 'fueled'],
    ['fulfil', 'fulfill'],
    ['enrolment', 'enrollment'],
    ['defence', 'defense'],
    ['licence', 'license'],
    ['licensing', 'licences'],
    ['practise', 'practice'],
    ['grey', 'gray'],
    ['tyres', 'tire'],
    ['aluminium', 'aluminum'],
    ['paediatric', 'pediatric'],
    ['ploughed', 'plowed'],
    ['inquiry', 'enquiries'],
    ['judgment', 'judgement'],
    ['sceptical', 'skeptical'],
    ['catalogue', 'catalogs'],
  ])('%s is spelt %s as well', (british, american) => {
    expect(terms(british)).toEqual(terms(american))
  })

  test.each([
    ['size', 'sise'],
    ['prize', 'prise'],
    ['meter', 'metre'],
    ['check', 'cheque'],
    ['story', 'storey'],
    ['advice', 'advise'],
    ['labour', 'laboratory'],
  ])('%s is not %s', (one, other) => {
    expect(terms(one)).not.toEqual(terms(other))
  })

  test.each([
    ['34,500', '34500@0'],
    ['34\u00a0500', '34500@0'],
    ['34 500', '34@0 500@1'],
    ['2023,500', '2023@0 500@1'],
    ['1.2', '1.2@0'],
    ['16.12.2024', '16@0 12@1 2024@2'],
    ['£1.2bn', '1.2@0 n:1200000000@0 billion@1'],
    ['£1,200 million', '1200@0 n:1200000000@0 million@1'],
    ['1.2 billion', '1.2@0 n:1200000000@0 billion@1'],
    ['0.1m', '0.1@0 n:100000@0 million@1'],
    ['1.2345k', '1.2345@0 n:1234.5@0 thousand@1'],
    ['5%', '5@0 n:5%@0 per@1 cent@2'],
    ['5.50 per cent', '5.50@0 n:5.5%@0 per@1 cent@2'],
    ['5 percent', '5@0 n:5%@0 per@1 cent@2'],
    ['14th', '14@0'],
    ['1990s', '1990s@0'],
    ['5G', '5g@0'],
    ['5 millionaires', '5@0 millionair@1'],
  ])('reads the number %s', (written, expected) => {
    expect(at(written).join(' ')).toBe(expected)
  })

  test.each([
    ['co-operate', 'co@0 cooper@0 oper@1'],
    ['co\u2011operate', 'co@0 cooper@0 oper@1'],
    ['Covid-19', 'covid@0 covid19@0 19@1'],
    ['2024-12-14', '2024@0 12@1 14@2'],
    ['U.K.', 'u@0 uk@0 k@1'],
    ['boats - ships', 'boat@0 ship@1'],
    ['a-b-c-d-e-f', 'a@0 b@1 c@2 d@3 e@4 f@5'],
  ])('reads the compound %s', (written, expected) => {
    expect(at(written).join(' ')).toBe(expected)
  })

  test.each([
    ['東京都', '東京@0 京都@1'],
    ['日', '日@0'],
    ['新しいe-mail', '新し@0 しい@1 e@2 email@2 mail@3'],
    ['ไทย', 'ไท@0 ทย@1'],
    ['한국 사람', '한국@0 사람@1'],
    ['हिन्दी', 'हिन्दी@0'],
    ['مرحبا', 'مرحبا@0'],
  ])('reads other scripts: %s', (written, expected) => {
    expect(at(written).join(' ')).toBe(expected)
  })

  test('what a number means has offsets of number and measure, and no form', () => {
    const [, value] = tokensOf('cost £1.2bn').filter(({ position }) => position === 1)
    expect(value).toEqual({ start: 6, end: 11, position: 1, term: 'n:1200000000', form: '' })
  })

  test.each(['-', 'a-', '1,', '1.', '1 %', '\u00ad', 'a’', '日', '\u0301', 'a.', '1,234 million '])(
    'takes a text of nothing but %j',
    piece => {
      const start = performance.now()
      tokensOf(piece.repeat(100_000 / piece.length))
      expect(performance.now() - start).toBeLessThan(2_000)
    },
  )
})
