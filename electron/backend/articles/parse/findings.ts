import type { MetadataField } from '../../../../shared/contract/article.ts'
import type { ParsedSource } from '../parsedSource.ts'

/** One thing found out about an article, and where: "JSON-LD", "first line of the text". */
export interface Finding {
  value: string
  from: string
}

/** What was found of each field. What is not there, or null, is unknown. */
export type Findings = Partial<Record<MetadataField, Finding | null>>

/** A finding, or null when there is no value. */
export const found = (value: string | null | undefined, from: string): Finding | null =>
  value ? { value, from } : null

/** The first that was found, most credible first. */
export const firstFound = (...findings: (Finding | null | undefined)[]): Finding | null =>
  findings.find(finding => finding) ?? null

/** Findings as a parsed source holds them: the values, and beside them where each known one comes from. */
export function details(
  findings: Findings & { title: Finding },
): Pick<ParsedSource, MetadataField | 'evidence'> {
  const value = (field: MetadataField): string | null => findings[field]?.value ?? null
  const known = Object.entries(findings).flatMap(([field, finding]) =>
    finding ? [[field, finding.from] as const] : [],
  )
  return {
    title: findings.title.value,
    byline: value('byline'),
    publisher: value('publisher'),
    publishedOn: value('publishedOn'),
    modifiedOn: value('modifiedOn'),
    url: value('url'),
    canonicalUrl: value('canonicalUrl'),
    language: value('language'),
    section: value('section'),
    evidence: Object.fromEntries(known),
  }
}
