import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied, buildDesktop, bundleWith, type Change } from './fixtures/buildDesktop.ts'
import { assertionNames, type Findings, type Order } from './fixtures/prove.ts'
import { startProver } from './fixtures/prover.ts'
import { type Safeguard, safeguards } from './fixtures/safeguards.ts'

// Takes every safeguard away in turn, builds the app without it, and expects the assertion named for it to fail.

const out = join(process.cwd(), 'out', `safeguards-${process.pid}`)
const provers = [startProver(), startProver()]
const missed = new Map<Safeguard, Promise<Findings>>()

beforeAll(async () => {
  await buildDesktop(out)
  const preload = readFileSync(join(out, 'preload.cjs'), 'utf8')
  safeguards.forEach((safeguard, index) => {
    const prover = provers[index % provers.length]
    const findings = orderWithout(safeguard, preload).then(order => prover?.prove(order) ?? {})
    findings.catch(() => {})
    missed.set(safeguard, findings)
  })
}, 60_000)

afterAll(() => {
  for (const prover of provers) prover.end()
  rmSync(out, { recursive: true, force: true })
})

test.each(safeguards.map(safeguard => [`${safeguard.file}: ${safeguard.name}`, safeguard] as const))(
  'without %s',
  async (_name, safeguard) => {
    const findings = await missed.get(safeguard)
    for (const label of labels(safeguard)) expect(findings?.[label], label).toBeTypeOf('string')
  },
  60_000,
)

async function orderWithout(safeguard: Safeguard, preloadBundle: string): Promise<Omit<Order, 'id'>> {
  const order = { mainFile: join(out, 'main.js'), preloadBundle, texts: {}, only: labels(safeguard) }
  const isText = safeguard.file.endsWith('.yml')
  const inRoom = !isText && !safeguard.file.includes('/')
  const change: Change = {
    ...safeguard,
    file: inRoom ? `electron/desktop/${safeguard.file}` : safeguard.file,
  }
  if (isText) {
    return { ...order, texts: { [change.file]: applied(readFileSync(change.file, 'utf8'), change) } }
  }
  if (safeguard.file === 'preload.ts')
    return { ...order, preloadBundle: await bundleWith('preload.cjs', change) }
  return { ...order, mainText: await bundleWith('main.js', change) }
}

function labels({ fails }: Safeguard): string[] {
  return fails.map(start => {
    const found = assertionNames.filter(name => name.startsWith(/\d$/.test(start) ? `${start} ` : start))
    if (found.length !== 1) throw new Error(`${start} names ${found.length} assertions`)
    return found[0] ?? ''
  })
}
