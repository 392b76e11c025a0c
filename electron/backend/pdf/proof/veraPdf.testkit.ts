import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What veraPDF says of one file under one profile. */
export interface Verdict {
  profile: string
  checks: number
  /** Each broken rule as "7.2-10: …, 3 times". */
  faults: string[]
}

/** Where `.ci/run` puts it, unless the environment says otherwise. */
const folder =
  process.env.DESPATCH_VERAPDF ?? join(import.meta.dirname, '..', '..', '..', '..', 'out', 'verapdf')

/** Why veraPDF cannot be asked on this machine, in words; null where it can. */
export function whyNoVeraPdf(): string | null {
  if (spawnSync('java', ['-version']).status !== 0) return 'Java is not on this machine'
  return jars().some(name => name.startsWith('greenfield-apps'))
    ? null
    : 'veraPDF is not in out/verapdf, where .ci/run puts it, nor where DESPATCH_VERAPDF says'
}

/**
 * Validates files, in one start of Java, under every profile that their metadata claims. By path. Throws when veraPDF
 * gives no report.
 */
export function askVeraPdf(files: string[]): Map<string, Verdict[]> {
  const args = ['-cp', join(folder, '*'), 'org.verapdf.apps.GreenfieldCliWrapper', '--format', 'json']
  const { stdout, stderr } = spawnSync('java', [...args, ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (!stdout.startsWith('{')) throw new Error(`veraPDF gave no report: ${stderr}`)
  const { jobs } = Report.parse(JSON.parse(stdout)).report
  return new Map(
    jobs.map(({ itemDetails, validationResult }) => [itemDetails.name, validationResult.map(verdict)]),
  )
}

function jars(): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const Result = z.object({
  profileName: z.string(),
  compliant: z.boolean(),
  details: z.object({
    passedChecks: z.number(),
    ruleSummaries: z.array(
      z.object({
        clause: z.string(),
        testNumber: z.number(),
        description: z.string(),
        failedChecks: z.number(),
      }),
    ),
  }),
})

const Report = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z.array(Result).default([]),
      }),
    ),
  }),
})

function verdict({ profileName, compliant, details }: z.infer<typeof Result>): Verdict {
  const faults = details.ruleSummaries.map(
    ({ clause, testNumber, description, failedChecks }) =>
      `${clause}-${testNumber}: ${description}, ${failedChecks} times`,
  )
  return {
    profile: profileName,
    checks: details.passedChecks,
    faults: compliant || faults.length > 0 ? faults : ['not compliant, for no stated rule'],
  }
}
