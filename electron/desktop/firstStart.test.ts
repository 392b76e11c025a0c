import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDesktop } from './fixtures/buildDesktop.ts'
import { assertionNames, type Findings } from './fixtures/prove.ts'
import { startProver } from './fixtures/prover.ts'

// The bundles are built as they ship and loaded in a plain Node process, with a recording double for `electron`.

const out = join(process.cwd(), 'out', `proof-${process.pid}`)
let findings: Findings = {}

beforeAll(async () => {
  await buildDesktop(out)
  const prover = startProver()
  findings = await prover.prove({
    mainFile: join(out, 'main.js'),
    preloadBundle: readFileSync(join(out, 'preload.cjs'), 'utf8'),
    texts: {},
    only: [],
  })
  prover.end()
}, 60_000)

afterAll(() => rmSync(out, { recursive: true, force: true }))

test.each(assertionNames)('%s', name => {
  expect(findings).toHaveProperty([name])
  expect(findings[name], findings[name] ?? '').toBeNull()
})

test('all 25 first-start assertions and all 20 points of the security list are there', () => {
  const numbers = (group: string) =>
    assertionNames.filter(name => name.startsWith(group)).map(name => Number(/: (\d+) /.exec(name)?.[1]))
  expect(numbers('first start')).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  expect(numbers('security list')).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})
