import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { doors } from './doors.ts'
import { firstStart } from './firstStart.ts'
import type { Assertion } from './proof.ts'
import { repair } from './repair.ts'
import { sceneMaker } from './scene.ts'
import { securityList } from './securityList.ts'

/** What one run proves against: the built bundles, and texts of the project with a safeguard taken away. */
export interface Order {
  id: string
  mainFile: string
  /** The text that stands in for that of `mainFile`. */
  mainText?: string
  preloadBundle: string
  texts: Record<string, string>
  /** Names of assertions as `group: name`; all of them when empty. */
  only: string[]
}

/** Assertion by assertion: null when it holds, else why not. */
export type Findings = Record<string, string | null>

const groups: Record<string, Record<string, Assertion>> = {
  'first start': firstStart,
  'security list': securityList,
  repair,
  doors,
}

export const assertionNames: string[] = Object.entries(groups).flatMap(([group, assertions]) =>
  Object.keys(assertions).map(name => `${group}: ${name}`),
)

export async function prove(order: Order): Promise<Findings> {
  const findings: Findings = {}
  for (const [group, assertions] of Object.entries(groups)) {
    for (const [name, assertion] of Object.entries(assertions)) {
      const label = `${group}: ${name}`
      if (order.only.length > 0 && !order.only.includes(label)) continue
      const maker = sceneMaker(order.mainFile, order.mainText)
      try {
        await assertion({
          start: maker.start,
          mainBundle: order.mainText ?? readFileSync(order.mainFile, 'utf8'),
          preloadBundle: order.preloadBundle,
          read: path => order.texts[path] ?? readFileSync(join(process.cwd(), path), 'utf8'),
        })
        findings[label] = null
      } catch (error) {
        findings[label] = error instanceof Error ? (error.stack ?? error.message) : String(error)
      } finally {
        maker.end()
      }
    }
  }
  return findings
}
