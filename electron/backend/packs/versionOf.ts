import type { Pack } from '../../../shared/contract/pack.ts'
import { layoutOf } from '../../../shared/document/layout.ts'

/**
 * The version of a draft as a records officer counts: 0.1, 0.2… until it is issued; then that of the last issue, and
 * how many revisions have been saved since: 1.0, 1.0.1, 1.0.2.
 */
export function versionOf({ revision, briefing }: Pick<Pack, 'revision' | 'briefing'>): string {
  const { issued } = layoutOf(briefing.content)
  if (issued === null) return `0.${revision}`
  const since = revision - issued.revision
  return since > 0 ? `${issued.version}.${since}` : issued.version
}
