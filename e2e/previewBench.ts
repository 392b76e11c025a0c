/**
 * `npm run bench:preview [-- PARAGRAPHS [TIMES]]`: in a built desk, from the last keystroke to the new paper of a pack
 * of ten pages (62 paragraphs), and what of it is waiting, printing, fetching, opening and drawing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { browserFlags, findChromium, noChromium } from './browser.ts'
import { startLoopbackApp } from './loopbackApp.ts'

interface Steps {
  painted: number
  waited: number
  printed: number
  fetched: number
  opened: number
  drawn: number
  busy: number
}

const labels: Record<keyof Steps, string> = {
  painted: 'from the keystroke to the new paper on the screen',
  waited: '  of which waiting for the typing to rest',
  printed: '  printing, in its own process',
  fetched: '  fetching the bytes',
  opened: '  opening the PDF, in its own worker',
  drawn: '  drawing the first page that is seen, and its frame',
  busy: 'the longest that the desk does not answer meanwhile',
} as const

const paragraphs = Number(process.argv[2] ?? 62)
const times = Number(process.argv[3] ?? 31)

const executablePath = findChromium()
if (!executablePath) throw new Error(noChromium)
const folder = mkdtempSync(join(tmpdir(), 'despatch-bench-'))
const app = await startLoopbackApp(join(folder, 'archive'))
const browser = await chromium.launch({ executablePath, args: browserFlags })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(app.launchUrl)
  await page.waitForURL(url => url.pathname === '/')
  const packId = await page.evaluate(putPack, paragraphs)
  await page.evaluate(hash => {
    location.hash = hash
  }, packId)
  const draft = page.getByRole('textbox', { name: 'Text of the briefing' })
  await draft.locator('p').nth(1).click()
  await page.keyboard.press('Control+Shift+P')
  await page.locator('[data-drawn]').first().waitFor()
  const pages = await page.locator('[data-page]').count()
  const measured: Steps[] = []
  for (let i = 0; i < times; i++) {
    // Until it has been saved, and all is at rest.
    await page.waitForTimeout(900)
    measured.push(await measure(page))
  }
  console.log(`${pages} pages, ${times} times, milliseconds from the keystroke: median (the middle half)`)
  for (const name of ['painted', 'waited', 'printed', 'fetched', 'opened', 'drawn', 'busy'] as const) {
    const sorted = measured.map(steps => steps[name]).sort((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!)
    console.log(`${labels[name].padEnd(58)} ${at(0.5)} (${at(0.25)} to ${at(0.75)})`)
  }
} finally {
  await browser.close()
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(page: Page): Promise<Steps> {
  await page.evaluate(() => {
    performance.clearResourceTimings()
    const pages = document.querySelector<HTMLElement>('[data-pages]')!
    const before = Number(pages.dataset.revision)
    let typed = 0
    let swapped = 0
    let busy = 0
    document.addEventListener(
      'keydown',
      () => {
        typed = performance.now()
      },
      { once: true, capture: true },
    )
    const tasks = new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) busy = Math.max(busy, duration)
    })
    tasks.observe({ type: 'longtask' })
    const painted = new Promise<number>(resolve => {
      const observer = new MutationObserver(() => {
        if (Number(pages.dataset.revision) > before) swapped ||= performance.now()
        const papers = [...pages.querySelectorAll<HTMLElement>('[data-drawn]')]
        if (!papers.some(({ dataset }) => Number(dataset.drawn) > before)) return
        observer.disconnect()
        // What runs after a frame's callbacks runs once that frame is handed over.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      })
      observer.observe(pages, {
        subtree: true,
        attributes: true,
        attributeFilter: ['data-drawn', 'data-revision'],
      })
    })
    Object.assign(window, {
      steps: async (): Promise<Steps> => {
        const end = await painted
        await new Promise(resolve => setTimeout(resolve, 200))
        tasks.disconnect()
        const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
        const bytes = requests.findLast(({ name }) => name.includes('/bytes/'))!
        // The other call of these moments is the autosave, which begins later.
        const call = requests.find(({ name }) => name.endsWith('/call'))!
        return {
          painted: end - typed,
          waited: call.startTime - typed,
          printed: call.responseEnd - call.startTime,
          fetched: bytes.responseEnd - bytes.startTime,
          opened: swapped - bytes.responseEnd,
          drawn: end - swapped,
          busy,
        }
      },
    })
  })
  await page.keyboard.type('x')
  return page.evaluate(() => (window as unknown as { steps(): Promise<Steps> }).steps())
}

/** Runs in the page: stores a pack of plain paragraphs and gives its id. */
async function putPack(paragraphs: number): Promise<string> {
  const words =
    'the minister asked whether harbour boards could report on crossings before spring and what figures would be published in the meantime'.split(
      ' ',
    )
  let seed = 7
  const word = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return words[seed % words.length]!
  }
  const text = (length: number) => [{ type: 'text', text: Array.from({ length }, word).join(' ') }]
  const content = Array.from({ length: paragraphs }, (_, i) =>
    i % 9 === 0
      ? { type: 'heading', attrs: { level: 2 }, content: text(4) }
      : { type: 'numberedParagraph', content: text(70) },
  )
  const head = {
    marking: 'OFFICIAL',
    to: 'Minister',
    from: '',
    date: '',
    copy: '',
    decisionBy: '',
    reference: '',
  }
  const briefing = { documentVersion: 1, head, content: { type: 'doc', content } }
  const answer = await fetch('/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'packs.put', input: { title: 'Measured', briefing } }),
  })
  const reply = (await answer.json()) as { value: { packId: string } }
  return reply.value.packId
}
