import {
  type HandlingField,
  handlingFields,
  type Level,
  levelOf,
  type MarkedHead,
  type Marking,
  matrix,
  parseMarking,
  type SiteMarkings,
  writeMarking,
} from '../../../shared/text/marking/index.ts'

/** A marking while it is put together, with what its parts need beside them. */
export interface Composition {
  marking: Marking
  /** Who is named before USE ONLY; null where that instruction is not chosen. */
  organisations: string | null
  beside: Record<HandlingField, string>
}

export interface ComposeProps {
  composition: Composition
  compose(change: (old: Composition) => Composition): void
}

/** Takes a head apart, to be changed. */
export function compositionOf(head: MarkedHead, site: SiteMarkings): Composition {
  const marking = parseMarking(head.marking, site)
  const named = marking.instructions.find(isForOrganisations)
  const organisations = named?.replace(/ ?USE ONLY$/, '') ?? null
  return {
    marking: { ...marking, instructions: marking.instructions.filter(words => words !== named) },
    organisations: organisations?.startsWith('[') ? '' : organisations,
    beside: Object.fromEntries(
      handlingFields.map(field => [field, head[field] ?? '']),
    ) as Composition['beside'],
  }
}

/** The head with the marking as it was composed. What no part of it asks for is left out of the head. */
export function headOf<Head extends MarkedHead>(head: Head, composition: Composition): Head {
  const next: Head = { ...head, marking: writtenMarking(composition) }
  const asked = askedFields(composition)
  for (const field of handlingFields) {
    const text = composition.beside[field].trim()
    if (asked.has(field) && text !== '') next[field] = text as Head[HandlingField]
    else delete next[field]
  }
  return next
}

function writtenMarking({ marking, organisations }: Composition): string {
  if (organisations === null) return writeMarking(marking)
  const named = `${organisations.replace(/\s+/g, ' ').trim().toUpperCase() || '[ORGANISATION]'} USE ONLY`
  return writeMarking({ ...marking, instructions: inTheirOrder([...marking.instructions, named]) })
}

/** The fields that the chosen parts need. */
function askedFields({ marking }: Composition): ReadonlySet<HandlingField> {
  const has = (words: string) => marking.instructions.includes(words)
  return new Set<HandlingField>([
    ...(has(matrix.recipientsOnly.name) ? (['recipients'] as const) : []),
    ...(has(matrix.embargoed.name) ? (['embargoUntil', 'embargoThen'] as const) : []),
    ...(marking.isUk ? (['releaseTo'] as const) : []),
  ])
}

export const levelIn = ({ marking }: Composition): Level | null => levelOf(marking.tier, marking.isSensitive)

export function withLevel(composition: Composition, level: Level): Composition {
  const tier = level === 'OFFICIAL-SENSITIVE' ? 'OFFICIAL' : level
  const isSensitive = level === 'OFFICIAL-SENSITIVE'
  return { ...composition, marking: { ...composition.marking, tier, isSensitive } }
}

type PartList = 'instructions' | 'descriptors' | 'codewords' | 'caveats' | 'others'

/** Takes a part in, or out. Instructions keep the order of the policy's table. */
export function withPart(
  composition: Composition,
  list: PartList,
  words: string,
  isIn: boolean,
): Composition {
  const { marking } = composition
  const others = marking[list].filter(part => part !== words)
  const parts = inTheirOrder(isIn ? [...others, words] : others)
  return { ...composition, marking: { ...marking, [list]: parts } }
}

const order = Object.values(matrix).map(({ name }) => name)

function inTheirOrder(parts: string[]): string[] {
  const place = (words: string) => {
    const at = order.indexOf(isForOrganisations(words) ? matrix.useOnly.name : words)
    return at < 0 ? order.length : at
  }
  return [...parts].sort((a, b) => place(a) - place(b))
}

const isForOrganisations = (words: string): boolean =>
  /(?:^| )USE ONLY$/.test(words) && words !== matrix.hmgUseOnly.name
