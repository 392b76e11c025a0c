/** A paragraph that Word draws as a list item: `level` 1 is outermost. */
export interface WordListItem {
  level: number
  tag: 'ul' | 'ol'
}

/** Word pastes a list item as a paragraph of class MsoListParagraph with `mso-list:l0 level1 lfo1` in its style. */
export const isWordListItem = (element: Element): boolean =>
  /^P$/i.test(element.tagName) && /mso-list:\s*l\d+\s+level\d/i.test(element.getAttribute('data-style') ?? '')

export function readWordListItem(element: Element): WordListItem {
  const level = Number(/level(\d)/i.exec(element.getAttribute('data-style') ?? '')?.[1] ?? 1)
  return { level, tag: isOrderedMarker(markerOf(element)) ? 'ol' : 'ul' }
}

/** Nests list paragraphs that follow each other by their levels. `html` is the clean content of each item. */
export function listTree(items: readonly { item: WordListItem; html: string }[]): string {
  let at = 0
  const listsFrom = (level: number): string => {
    let lists = ''
    while (at < items.length && levelAt(at) >= level) {
      // A level that is skipped over gets no empty item of its own.
      if (levelAt(at) > level) {
        lists += listsFrom(level + 1)
        continue
      }
      const tag = tagAt(at)
      let list = ''
      while (at < items.length && levelAt(at) === level && tagAt(at) === tag) {
        const html = items[at++]?.html ?? ''
        list += `<li><p>${html}</p>${listsFrom(level + 1)}</li>`
      }
      lists += `<${tag}>${list}</${tag}>`
    }
    return lists
  }
  const tagAt = (index: number): string => items[index]?.item.tag ?? 'ul'
  const levelAt = (index: number): number => items[index]?.item.level ?? 0
  return listsFrom(1)
}

/** The text of the span that Word marks `mso-list:Ignore`: the bullet or number as it was drawn. */
function markerOf(element: Element): string {
  const marker = Array.from(element.querySelectorAll('span')).find(span =>
    /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''),
  )
  return (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
}

/** "1.", "(a)", "iv)", "A." number; "·", "o", "§", "-" and the like only mark. */
const isOrderedMarker = (marker: string): boolean =>
  /^\(?(?:\d+(?:\.\d+)*|[a-z]|[ivxlc]+)[.)]$/i.test(marker) || /^\d+(?:\.\d+)+$/.test(marker)
