/** A step that is done and said, as a line of JSON. */
export type DoneStep =
  | { did: 'add' | 'correct'; articleId: string; title: string }
  | { did: 'remove'; articleId: string; isRemoved: boolean }
  | { did: 'end'; writes: number }
