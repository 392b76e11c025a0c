import type { Link } from '../typeset/block.ts'

/** A link that leads to a part of the pack which is not the words around it: the structure holds it in a Reference. */
export interface Reference extends Link {
  reference: true
}

export const reference = (to: Link['to'], description: string): Reference => ({
  to,
  description,
  reference: true,
})

export const isReference = (link: Link): link is Reference => 'reference' in link
