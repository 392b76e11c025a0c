import type { DocumentNode } from './briefing.ts'

/** The verbs a minister can answer, with what may be answered. Any other verb is answered as `agree` is. */
export const recommendationVerbs = {
  agree: ['Agree', 'Do not agree', 'Discuss'],
  note: ['Noted', 'Discuss'],
  choose: ['Choice:', 'Discuss'],
  approve: ['Approve', 'Do not approve', 'Discuss'],
} as const satisfies Record<string, readonly string[]>

/** The verb as it is printed; "agree" where none is given. */
export const verbOf = (node: DocumentNode): string => {
  const verb = node.attrs?.verb
  return typeof verb === 'string' && verb.trim() !== '' ? verb.trim() : 'agree'
}

/** What the line below a recommendation offers as answers; null where it has no such line. */
export function responsesTo(node: DocumentNode): readonly string[] | null {
  if (node.attrs?.response === false) return null
  const verb = verbOf(node).toLowerCase()
  return Object.hasOwn(recommendationVerbs, verb)
    ? recommendationVerbs[verb as keyof typeof recommendationVerbs]
    : recommendationVerbs.agree
}
