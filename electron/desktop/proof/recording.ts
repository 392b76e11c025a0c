/** One thing that the app asked of Electron, in the order in which it asked. */
export interface Entry {
  what: string
  args: unknown[]
}

export interface Recording {
  entries: Entry[]
  note(what: string, ...args: unknown[]): void
  /** The arguments of every call of that name. */
  all(what: string): unknown[][]
  /** Where the first call of that name stands; -1 when there was none. */
  at(what: string): number
}

export function createRecording(): Recording {
  const entries: Entry[] = []
  return {
    entries,
    note: (what, ...args) => void entries.push({ what, args }),
    all: what => entries.filter(entry => entry.what === what).map(entry => entry.args),
    at: what => entries.findIndex(entry => entry.what === what),
  }
}
