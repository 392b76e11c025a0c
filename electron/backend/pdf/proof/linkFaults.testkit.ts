import { destinationOf, nameTree } from './destinations.testkit.ts'
import type { PdfFile } from './pdfFile.testkit.ts'
import { isDict, isRef, isString, type PdfValue, wordsOf } from './pdfSyntax.testkit.ts'
import { isElement, type StructureElement } from './structureTree.testkit.ts'

/** What is wrong with links, the names they lead to, and the outline. */
export function linkFaults(pdf: PdfFile, elements: StructureElement[]): string[] {
  const holders = new Map<number, string>()
  for (const { tag, kids } of elements)
    for (const kid of kids) if (!isElement(kid) && 'annotation' in kid) holders.set(kid.annotation, tag)
  const faults = pdf.pages.flatMap(({ dict }) => {
    const annotations = pdf.list(dict, 'Annots')
    const onPage = annotations.flatMap(annotation => annotationFaults(pdf, annotation, holders))
    return annotations.length > 0 && dict.get('Tabs') !== '/S'
      ? [...onPage, 'a page without /Tabs /S (7.18.3-1)']
      : onPage
  })
  const links = elements.filter(({ tag }) => tag === 'Link')
  const bare = links
    .filter(({ kids }) => !kids.some(kid => 'annotation' in kid))
    .map(() => 'a Link that leads nowhere (7.18.5-1)')
  const silent = links
    .filter(({ kids }) => !kids.some(kid => 'contentId' in kid))
    .map(() => 'a Link without words')
  return [...faults, ...bare, ...silent, ...nameFaults(pdf), ...outlineFaults(pdf)]
}

function annotationFaults(pdf: PdfFile, value: PdfValue, holders: Map<number, string>): string[] {
  const annotation = pdf.dict(value)
  if (!isRef(value) || annotation.get('Subtype') !== '/Link')
    return [`an annotation that is no link: ${String(annotation.get('Subtype'))} (7.18.1-1)`]
  const contents = pdf.get(annotation, 'Contents')
  const [left, bottom, right, top] = pdf.list(annotation, 'Rect').map(Number)
  const rules: [boolean, string][] = [
    [holders.get(value.ref) === 'Link', 'a link in no Link element (7.18.5-1)'],
    [isString(contents) && wordsOf(contents).trim() !== '', 'a link without Contents (7.18.5-2)'],
    [pdf.get(annotation, 'F') === 4, 'a link that is not printed (PDF/A)'],
    [
      right! > left! && top! > bottom! && left! >= 0 && bottom! >= 0 && right! <= 596 && top! <= 842,
      'a link off its page',
    ],
    [leads(pdf, annotation), `a link that leads nowhere: ${where(annotation.get('Dest'))}`],
  ]
  return rules.flatMap(([isKept, fault]) => (isKept ? [] : [fault]))
}

const where = (value: PdfValue | undefined): string => (isString(value) ? wordsOf(value) : 'no place')

function leads(pdf: PdfFile, link: Map<string, PdfValue>): boolean {
  if (link.has('Dest')) return destinationOf(pdf, link.get('Dest')) !== null
  const address = pdf.get(link, 'A', 'URI')
  return (
    pdf.get(link, 'A', 'S') === '/URI' &&
    isString(address) &&
    /^https?:\/\/[\x21-\x7e]+$/.test(address.string)
  )
}

/** Names stand in the order of their bytes, or readers do not find them. */
function nameFaults(pdf: PdfFile): string[] {
  const names = [...nameTree(pdf, pdf.get(pdf.catalog, 'Names', 'Dests')).keys()]
  const sorted = [...names].sort((a, b) => (a < b ? -1 : 1))
  return names.join() === sorted.join() ? [] : ['names out of their order (7.9.6)']
}

function outlineFaults(pdf: PdfFile): string[] {
  const faults: string[] = []
  const visit = (parent: PdfValue): number => {
    let before: PdfValue = null
    let open = 0
    for (
      let item = pdf.dict(parent).get('First') ?? null;
      item !== null;
      item = pdf.dict(item).get('Next') ?? null
    ) {
      const entry = pdf.dict(item)
      const title = entry.get('Title')
      if (!isString(title) || wordsOf(title).trim() === '') faults.push('a bookmark without a title')
      if (destinationOf(pdf, entry.get('Dest')) === null) faults.push('a bookmark that leads nowhere')
      if (!same(entry.get('Parent'), parent)) faults.push('a bookmark under another')
      if (!same(entry.get('Prev') ?? null, before)) faults.push('a bookmark after another')
      const under = visit(item)
      const count = pdf.get(entry, 'Count')
      if (Math.abs(Number(count ?? 0)) !== under)
        faults.push(`a bookmark that counts ${String(count)} for ${under}`)
      open += 1 + (Number(count) > 0 ? under : 0)
      before = item
    }
    if (!same(pdf.dict(parent).get('Last') ?? null, before))
      faults.push('a last bookmark that is not the last')
    return open
  }
  const root = pdf.catalog.get('Outlines')
  if (root === undefined) return []
  const open = visit(root)
  return isDict(pdf.get(root)) && pdf.get(root, 'Count') === open
    ? faults
    : [...faults, 'an outline that miscounts']
}

const same = (a: PdfValue | undefined, b: PdfValue): boolean =>
  isRef(a) && isRef(b) ? a.ref === b.ref : a === b
