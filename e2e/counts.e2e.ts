import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { playwrightCounts, vitestCounts } from './counts.ts'
import { runStep } from './runStep.ts'

// One worker for all of them: they share the folder that is removed at the end.
test.describe.configure({ mode: 'default' })

const folder = mkdtempSync(join(tmpdir(), 'despatch-counts-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (value: unknown): string => {
  const file = join(folder, 'report.json')
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return file
}

const vitest = (changed: object) =>
  vitestCounts(
    report({
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
      ...changed,
    }),
  )

test('counts what the runners report', () => {
  expect(vitest({ numFailedTests: 2, numPendingTests: 1 })).toEqual({ passed: 3, failed: 2, skipped: 1 })
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 4 }
  expect(playwrightCounts(report({ stats }))).toEqual({ passed: 7, failed: 1, skipped: 4 })
})

test('a file that cannot be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(vitest({ testResults })).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('no report, half a report and no tests are failures', () => {
  const failure = { passed: 0, failed: 1, skipped: 0 }
  expect(vitestCounts(join(folder, 'missing.json'))).toEqual(failure)
  expect(playwrightCounts(report('{"stats": {'))).toEqual(failure)
  expect(vitest({ numPassedTests: 0, testResults: [] })).toEqual(failure)
})

test('a step that ends badly has failed whatever it counted', async () => {
  const counts = () => ({ passed: 2, failed: 0, skipped: 0 })
  expect(await runStep(['-e', ''], { counts })).toEqual(counts())
  expect(await runStep(['-e', 'process.exit(3)'], { counts })).toEqual({ passed: 2, failed: 1, skipped: 0 })
  expect(await runStep(['-e', ''])).toEqual({ passed: 1, failed: 0, skipped: 0 })
  expect(await runStep(['-e', 'process.kill(process.pid, "SIGKILL")'])).toMatchObject({
    passed: 0,
    failed: 1,
  })
})
