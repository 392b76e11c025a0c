import type { Article, MetadataField } from '../../../shared/contract/index.ts'

/** Where a detail of an article comes from, in a sentence. */
export function evidenceInWords(article: Article, field: MetadataField): string {
  if (article.corrected.includes(field)) return 'Corrected by hand.'
  if (article[field] === null) return 'Not found in the source.'
  const from = article.evidence[field]
  return from ? `From: ${from}.` : 'As found in the source.'
}
