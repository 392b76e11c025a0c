import type { CallName, EventOf } from '../../shared/contract/index.ts'

export type Topic = EventOf<'archive.changed'>['topics'][number]

/** Which answers are out of date when a topic has changed, by the beginnings of their calls' names. */
const stale: Record<Topic, readonly string[]> = {
  articles: ['articles.', 'archive.', 'highlights.', 'references.'],
  highlights: ['highlights.', 'articles.search', 'archive.removed'],
  packs: ['packs.', 'archive.', 'articles.search'],
  settings: ['settings.'],
}

/** Answers that describe a staged file or heavy work: asked for when wanted, never again by themselves. */
const once: readonly CallName[] = ['articles.original', 'archive.verify', 'packs.templates']

export const isStale = (name: string, topics: readonly Topic[]): boolean =>
  !once.some(call => call === name) &&
  topics.some(topic => stale[topic].some(beginning => name.startsWith(beginning)))
