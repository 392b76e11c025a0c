/** What to lay side by side: two versions of one article, or two articles that carry the same copy. */
export type CompareRequest =
  | { articleId: string /** The later of the two; the newest unless it is said. */; version?: number }
  | { articleId: string; otherId: string }
