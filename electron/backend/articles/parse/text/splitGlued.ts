import { sentenceBreaks } from '../../../../../shared/text/sentenceBreaks.ts'
import type { DraftBlock } from '../draftBlock.ts'
import { gluedCredit } from '../furniture/pictureCredits.ts'
import { mayBeGlued } from './mayBeGlued.ts'

/** Words that begin a sentence and end no name: "measuresThe" was two sentences, "iPhone" and "McDonald" were not. */
const opener =
  /(?<=\p{Ll}{3})(?=(?:The|This|These|Those|They|There|However|Meanwhile|According|Speaking|Earlier) )/gu
/** "smugglingLATEST DEVELOPMENTS": capitals in earnest right after a small letter. */
const capitals = /(?<=\p{Ll}{2})(?=\p{Lu}{4,40} \p{Lu}{3})/gu
/** "DEVELOPMENTSHome": a word of capitals that runs into a word. */
const label = /\p{Lu}{4,40}(?=\p{Lu}\p{Ll}{2})/gu
const prompt =
  /(?<=[\p{Ll}.…!?”’)])(?:Request (?:a )?free trial|Advertisement|ADVERTISEMENT|Read [Mm]ore|READ MORE|Sign up (?:here|now)|Subscribe now|Continue reading|Article continues below)/gu
const creditLine =
  /(?<=[\p{Ll}.!?”’)])(?=(?:Image|Picture|Photo|Photograph|Credit)(?: credit| source)?: ?\p{Lu})/gu
/** A closing quotation mark with a capital right behind it; `’` alone may be an apostrophe, as in O’Brien. */
const quoteThenCapital = /(?<=[\p{L}\p{N}]”)(?=\p{Lu})/gu

/**
 * Cuts a block where a scraper lost the line break: between glued sentences, around glued picture credits, labels
 * in capitals and prompts. It cuts only on good evidence and never between the letters of a name.
 */
export function splitGlued(block: DraftBlock): DraftBlock[] {
  const { text } = block
  const cuts = mayBeGlued(text) ? gluedPlaces(text) : new Set<number>()
  if (/\S \|$/.test(text)) cuts.add(text.length - 1)

  const places = [
    0,
    ...[...cuts].filter(cut => cut > 0 && cut < text.length).sort((a, b) => a - b),
    text.length,
  ]
  return places.slice(1).flatMap((end, i) => {
    const piece = text.slice(places[i]!, end).trim()
    return piece ? [{ ...block, text: piece, ...(places.length > 2 ? { glued: true } : {}) }] : []
  })
}

/** Where a text was run together, in UTF-16 code units; of its two ends perhaps too. None when it {@link mayBeGlued} not. */
export function gluedPlaces(text: string): Set<number> {
  const cuts = new Set<number>()
  for (const { end, start } of sentenceBreaks(text)) if (end === start) cuts.add(end)
  for (const { index } of [...text.matchAll(opener), ...text.matchAll(capitals)]) cuts.add(index)
  for (const { index } of [...text.matchAll(creditLine), ...text.matchAll(quoteThenCapital)]) cuts.add(index)
  for (const found of text.matchAll(gluedCredit)) addBoth(cuts, found)
  for (const found of text.matchAll(prompt)) addBoth(cuts, found)
  addLabels(cuts, text)
  return cuts
}

function addBoth(cuts: Set<number>, found: RegExpExecArray): void {
  cuts.add(found.index)
  cuts.add(found.index + found[0].length)
}

/** A label counts when it is all capitals from the cut before it, and more than one word: "LATEST DEVELOPMENTS". */
function addLabels(cuts: Set<number>, text: string): void {
  const found = [...text.matchAll(label)]
  if (found.length === 0) return
  const before = [0, ...cuts].sort((a, b) => a - b)
  let last = 0
  for (const { index, 0: word } of found) {
    const end = index + word.length
    while (last + 1 < before.length && before[last + 1]! < end) last++
    const from = Math.max(before[last]!, end - 80)
    if (
      from === before[last] &&
      /^\p{Lu}[\p{Lu}\d’'&,-]*(?: [\p{Lu}\d’'&,-]+)+:?$/u.test(text.slice(from, end))
    )
      cuts.add(end)
  }
}
