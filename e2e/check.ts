/**
 * `npm test`: the whole check. Every step runs, also after a failure; the last line sums them all. A step that
 * counts no tests, such as the lint, counts as one.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium, noChromium } from './browser.ts'
import { playwrightCounts, vitestCounts } from './counts.ts'
import { hostUnderTest } from './hostUnderTest.ts'
import { programOf, projectFolder } from './project.ts'
import { type Counts, runStep } from './runStep.ts'

interface Step {
  name: string
  run(): Promise<Counts>
}

const reports = join(projectFolder, 'out', 'check')
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

const steps: Step[] = [
  {
    name: 'format and lint',
    run: () => runStep([programOf('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.']),
  },
  { name: 'types', run: () => runStep('npm run -s types') },
  {
    name: 'unit tests',
    run: () =>
      runStep(
        [
          programOf('vitest', 'vitest.mjs'),
          'run',
          // Otherwise one processor of two stands idle.
          '--maxWorkers=100%',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ],
        { counts: () => vitestCounts(vitestReport) },
      ),
  },
  {
    name: 'build',
    run: () => runStep([programOf('vite', 'bin', 'vite.js'), 'build', '--config', 'renderer/vite.config.ts']),
  },
  { name: 'a browser', run: async () => findBrowser() },
  {
    name: `end to end, ${hostUnderTest()} host`,
    run: () =>
      runStep(
        [
          programOf('@playwright', 'test', 'cli.js'),
          'test',
          '--config=e2e/playwright.config.ts',
          '--reporter=list,json',
        ],
        {
          env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
          counts: () => playwrightCounts(playwrightReport),
        },
      ),
  },
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const lines: string[] = []
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const { name, run } of steps) {
  console.log(`\n── ${name}`)
  const startedAt = performance.now()
  const { passed, failed, skipped } = await run()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)
  const result = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
  lines.push(`${failed ? '✘' : '✓'} ${name.padEnd(32)} ${seconds} s   ${result}`)
}
console.log(`\n${lines.join('\n')}\n`)
if (total.skipped) console.log(`${total.skipped} skipped`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0

/** Electron brings its own browser; the loopback host needs one, and a machine without it can often get it. */
function findBrowser(): Counts {
  if (hostUnderTest() === 'electron') return { passed: 1, failed: 0, skipped: 0 }
  const found = ensureChromium(console.log)
  if (!found) {
    console.error(noChromium)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  process.env.DESPATCH_CHROMIUM = found
  return { passed: 1, failed: 0, skipped: 0 }
}
