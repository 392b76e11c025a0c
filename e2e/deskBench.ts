/**
 * `npm run bench:desk [-- [ARTICLES] [--keep DIR]]`: a built desk on an archive of so many articles (100,000 unless told).
 * How long it takes from a keystroke in the search box to the painted list that answers it, with the archive in the system's cache;
 * and from the start of the program until the articles are listed beside a pack. `--keep` keeps the archive for the next time.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { makeArchive } from '../electron/bench/search/makeArchive.ts'
import { newsCorpus } from '../electron/bench/search/newsCorpus.ts'
import { queryMix } from '../electron/bench/search/queryMix.ts'
import { canDropCaches, dropCaches } from '../electron/bench/search/startSearch.ts'
import { percentile } from '../electron/bench/statistics.ts'
import { browserFlags, findChromium, noChromium } from './browser.ts'
import { startLoopbackApp } from './loopbackApp.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } })
const articles = Number(positionals[0] ?? 100_000)
const seed = 1
const openings = 5
/** Milliseconds between two keystrokes. */
const pace = 100

/** What is typed letter by letter. */
const kinds = new Set([
  'more letters typed',
  'two common words',
  'a word, another begun',
  'phrase of common words',
])

const executablePath = findChromium()
if (!executablePath) throw new Error(noChromium)
const folder = mkdtempSync(join(tmpdir(), 'despatch-bench-'))
const browser = await chromium.launch({ executablePath, args: browserFlags })
try {
  const made = makeArchive(join(resolve(values.keep ?? folder), `${articles}-${seed}`), articles, seed)
  const archive = join(folder, 'archive')
  cpSync(made.folder, archive, { recursive: true, filter: name => !name.includes('plain.sqlite') })
  console.log(`${articles.toLocaleString('en-GB')} articles, milliseconds: p50 / p95 / worst`)
  await putPack(archive)
  await withDesk(archive, async page => {
    await type(page, 1)
    const typed = await type(page, 5)
    const measured = typed.filter(step => step !== null)
    const unanswered = typed.length - measured.length
    if (unanswered > 0)
      console.log(`${unanswered} keystrokes had no answer on the screen within three seconds`)
    const of = (take: (step: Step) => number): number[] => measured.map(take)
    print(
      `from a keystroke to the list that answers it (${measured.length})`,
      of(step => step.painted),
      50,
    )
    print(
      '  of which the answer of the archive',
      of(step => step.answered),
    )
    for (const name of new Set(measured.map(step => step.kind)))
      print(
        `  ${name}`,
        measured.filter(step => step.kind === name).map(step => step.painted),
      )
  })
  for (const isCold of canDropCaches ? [false, true] : [false]) {
    const times: Opening[] = []
    for (let i = 0; i < openings; i++) {
      if (isCold) dropCaches()
      await withDesk(archive, async (_, opening) => {
        times.push(opening)
      })
    }
    const caches = isCold ? ", the system's caches dropped" : ''
    const of = (take: (each: Opening) => number): number[] => times.map(take)
    print(
      `from the start of the program to the list of articles${caches}`,
      of(each => each.articles),
      1500,
    )
    print(
      '  until the program has an address',
      of(each => each.address),
    )
    print(
      '  until the list of packs is there',
      of(each => each.packs),
    )
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

/** A pack to open, for the articles are listed beside one. */
async function putPack(archive: string): Promise<void> {
  await withApp(archive, async page => {
    await page.getByRole('button', { name: 'New pack' }).click()
    await page.getByRole('textbox').first().fill('Measured')
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
  })
}

/** Milliseconds since the program was started. */
interface Opening {
  address: number
  packs: number
  articles: number
}

async function withDesk(
  archive: string,
  work: (page: Page, opening: Opening) => Promise<void>,
): Promise<void> {
  await withApp(archive, async (page, address, since) => {
    const pack = page.getByRole('button', { name: /^Measured/ })
    await pack.waitFor()
    const packs = since()
    await pack.click()
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await work(page, { address, packs, articles: since() })
  })
}

async function withApp(
  archive: string,
  work: (page: Page, address: number, since: () => number) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const started = performance.now()
  const since = (): number => performance.now() - started
  const app = await startLoopbackApp(archive)
  try {
    const address = since()
    await page.goto(app.launchUrl, { waitUntil: 'commit' })
    await work(page, address, since)
  } finally {
    await page.close()
    await app.stop()
  }
}

interface Step {
  kind: string
  painted: number
  answered: number
}

/** Types queries of each class, letter by letter, as an official does. */
async function type(page: Page, each: number): Promise<(Step | null)[]> {
  const article = newsCorpus(seed)
  const sample = Array.from({ length: 3000 }, (_, i) => article(i))
  const box = page.getByRole('combobox', { name: /^Search/ })
  const steps: (Step | null)[] = []
  const chosen = queryMix(sample, seed, each).filter(({ class: name }) => kinds.has(name))
  for (const query of chosen) {
    await box.fill('')
    await page.waitForTimeout(200)
    for (const letter of query.typed.trim()) {
      await page.evaluate(watchList)
      await page.keyboard.type(letter)
      const step = await page.evaluate(() =>
        (window as unknown as { step(): Promise<Omit<Step, 'kind'> | null> }).step(),
      )
      steps.push(step && { kind: query.class, ...step })
      await page.waitForTimeout(pace)
    }
  }
  return steps
}

/** Runs in the page: measures from the next keystroke to the frame that shows the list for what is then typed. */
function watchList(): void {
  performance.clearResourceTimings()
  let typed = 0
  document.addEventListener(
    'keydown',
    () => {
      typed = performance.now()
    },
    { once: true, capture: true },
  )
  const input = document.querySelector<HTMLInputElement>('input[type=search]')!
  const isAnswered = () =>
    document.querySelector<HTMLElement>('[role=status][data-words]')?.dataset.words === input.value
  const painted = new Promise<number | null>(resolve => {
    const given = setTimeout(() => resolve(null), 3000)
    const observer = new MutationObserver(() => {
      if (typed === 0 || !isAnswered()) return
      observer.disconnect()
      clearTimeout(given)
      // What runs after a frame's callbacks runs once that frame is handed over.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  Object.assign(window, {
    step: async () => {
      const end = await painted
      if (end === null) return null
      const calls = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
        ({ name, startTime }) => name.endsWith('/call') && startTime >= typed,
      )
      const answered = calls.reduce(
        (most, { responseEnd, startTime }) => Math.max(most, responseEnd - startTime),
        0,
      )
      return { painted: end - typed, answered }
    },
  })
}

function print(what: string, times: readonly number[], limit?: number): void {
  const spread = [0.5, 0.95, 1].map(share => percentile(times, share).toFixed(0)).join(' / ')
  console.log(`${what.padEnd(84)} ${spread}${limit ? `   (limit, p95: ${limit})` : ''}`)
}
