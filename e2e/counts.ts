import { readFileSync } from 'node:fs'
import type { Counts } from './runStep.ts'

/** What Vitest counted, from its JSON report. A report that is missing, or counts nothing, is one failure. */
export function vitestCounts(file: string): Counts {
  const report = read<{
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: { status: string; assertionResults: unknown[] }[]
  }>(file)
  if (!report) return nothing
  // A file that cannot be loaded fails without having any test.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return orNothing({
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/**
 * What Playwright counted, from its JSON report. A test that passed only when tried again has passed, and its report
 * names it as flaky; tests are tried again only where the machine is not ours (see `playwright.config.ts`).
 */
export function playwrightCounts(file: string): Counts {
  const report = read<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }>(file)
  if (!report) return nothing
  const { expected, unexpected, flaky, skipped } = report.stats
  return orNothing({ passed: expected + flaky, failed: unexpected, skipped })
}

const nothing: Counts = { passed: 0, failed: 1, skipped: 0 }

const orNothing = (counts: Counts): Counts => (counts.passed + counts.failed === 0 ? nothing : counts)

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}
