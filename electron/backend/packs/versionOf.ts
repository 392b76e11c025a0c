import type { LastIssue } from './lastIssue.ts'

/**
 * The version of a draft as a records officer counts: 0.1, 0.2… until the pack is issued; then that of the last issue,
 * and how many revisions have been saved since: 1.0, 1.0.1, 1.0.2.
 */
export function versionOf(revision: number, issued: LastIssue | null): string {
  if (issued === null) return `0.${revision}`
  const since = revision - issued.revision
  return since > 0 ? `${issued.version}.${since}` : issued.version
}
