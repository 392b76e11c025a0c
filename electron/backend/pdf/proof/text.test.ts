import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBriefing } from '../../../../shared/document/open.ts'
import { printPack } from '../index.ts'
import type { PrintJob } from '../printJob.ts'
import { arbitraryDraft, type Draft, jobOf } from './arbitraryBriefing.testkit.ts'
import { astray } from './astray.testkit.ts'
import { editorText, plainSpaces } from './editorText.testkit.ts'
import { readPdf } from './pdfFile.testkit.ts'
import { readAloud, seenByPdfJs, type WordsAt, wordsByCodes } from './readingOrder.testkit.ts'
import { structuralFaults } from './structuralFaults.testkit.ts'

/** As many drafts as are generated; `DESPATCH_PROOFS=1000` makes more of them. */
const runs = Number(process.env.DESPATCH_PROOFS ?? 200)

/** Milliseconds: a fault is made smaller for no longer than this. */
const LIMIT = 20 * 60_000

test(`the text of ${runs} drafts is the text of their PDFs, which have no fault and no link astray`, {
  timeout: 30 * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDraft(6), async draft => {
      const job = jobOf(draft)
      expect(openBriefing(job.briefing).readOnly).toBeNull()
      await expectSameText(job)
    }),
    {
      // A title that cannot be seen.
      examples: [[{ ...blank, title: '\u200b' }]],
      numRuns: runs,
      seed: 5,
      interruptAfterTimeLimit: LIMIT,
      markInterruptAsFailure: true,
    },
  )
})

const blank: Draft = {
  title: 'Blank',
  to: 'All',
  cover: false,
  contents: false,
  annexes: false,
  content: [{ type: 'pageBreak' }],
}

async function expectSameText(job: PrintJob): Promise<void> {
  const { bytes } = await printPack(job)
  const pdf = readPdf(bytes)
  const wanted = saidBy(job)
  const heard = body(wordsByCodes(pdf))
  expect(heard.blocks.map(plainSpaces)).toEqual(wanted.blocks)
  expect(heard.notes.map(plainSpaces)).toEqual(wanted.notes)
  const { wordsAt, pages } = await seenByPdfJs(bytes)
  const seen = body(wordsAt)
  expect(seen.blocks.map(withoutSpaces)).toEqual(wanted.blocks.map(withoutSpaces))
  expect(seen.notes.map(withoutSpaces)).toEqual(wanted.notes.map(withoutSpaces))
  expect(structuralFaults(pdf)).toEqual([])
  // A word that is wider than its column is cut up, and may run on for some lines before its note.
  expect(astray(job, pdf, pages, 150)).toEqual([])

  /** What is read out from the title above the head on, up to the generated annexes. Before it come marking, cover and contents. */
  function body(wordsAt: WordsAt) {
    const { blocks, notes } = readAloud(pdf, wordsAt)
    const title = blocks.findIndex(({ tag }) => tag === 'TH') - 1
    const end = blocks.findIndex(({ tag, text }, i) => i > title && tag === 'H2' && generated.test(text))
    return { blocks: blocks.slice(title, end < 0 ? undefined : end).map(({ text }) => text), notes }
  }
}

const generated = /^Annex [A-Z]+: (Sources|Evidence|Source extracts)$/

function saidBy(job: PrintJob): { blocks: string[]; notes: string[] } {
  const { blocks, notes } = editorText(job)
  return { blocks: blocks.map(plainSpaces).filter(text => text !== ''), notes: notes.map(plainSpaces) }
}

const withoutSpaces = (text: string): string => plainSpaces(text).replaceAll(' ', '')
