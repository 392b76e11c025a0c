/** What a paper says of its handling: its marking, and what the parts of the marking need beside them. */
export interface MarkedHead {
  marking: string
  /** Who may read it, by name, for RECIPIENTS ONLY. */
  recipients?: string
  /** What an embargo waits for, with date and time: "the announcement on 14/01/27 at 12:30". */
  embargoUntil?: string
  /** The marking after the embargo. */
  embargoThen?: string
  /** The government or organisation it is given to, for the prefix UK. */
  releaseTo?: string
}

/** The names of what stands beside the marking. */
export const handlingFields = ['recipients', 'embargoUntil', 'embargoThen', 'releaseTo'] as const
export type HandlingField = (typeof handlingFields)[number]
