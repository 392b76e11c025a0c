import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A printed PDF as pdf.js reads it, for tests. */
export interface Printed {
  /** Each page's elements in reading order, with the text they have there. pdf.js ends lines without their space. */
  elements: { role: string; text: string }[]
  /** The shown text of each page; `y` in points from the page's foot. */
  pages: { text: string; y: number }[][]
  links: { dest: string | null; url: string | null; page: number | null; top: number | null }[]
  outline: { title: string; items: unknown[] }[]
  info: Record<string, unknown>
  /** The title in the XMP metadata. */
  metadata: string | null
}

interface TreeNode {
  role?: string
  children?: TreeNode[]
  type?: string
  id?: string
}

export async function readPrinted(bytes: Uint8Array): Promise<Printed> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const printed: Printed = {
    elements: [],
    pages: [],
    links: [],
    outline: (await pdf.getOutline()) ?? [],
    ...(await properties()),
  }
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const marked = new Map<string, string>()
    const items: { text: string; y: number }[] = []
    let open: string | null = null
    const { items: found } = await page.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    })
    for (const item of found) {
      if ('str' in item) {
        if (open) marked.set(open, (marked.get(open) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
        if (item.str.trim() !== '') items.push({ text: item.str, y: item.transform[5] as number })
      } else open = item.type === 'endMarkedContent' ? null : (item.id ?? null)
    }
    printed.pages.push(items)
    const tree = (await page.getStructTree()) as TreeNode | null
    const wordsOf = (node: TreeNode): string =>
      node.type === 'content'
        ? (marked.get(node.id ?? '') ?? '')
        : (node.children ?? []).map(wordsOf).join('')
    const visit = (node: TreeNode): void => {
      if (node.role && node.role !== 'Root' && node.role !== 'Document') {
        // The label of a numbered paragraph is not its words.
        const words = (node.children ?? []).filter(({ role }) => role !== 'Lbl')
        const text = words.map(wordsOf).join('').replace(/ +/g, ' ').trim()
        if (text !== '') printed.elements.push({ role: node.role, text })
      }
      node.children?.forEach(visit)
    }
    if (tree) visit(tree)
    for (const annotation of await page.getAnnotations()) {
      const dest = typeof annotation.dest === 'string' ? annotation.dest : null
      const target = dest === null ? null : await pdf.getDestination(dest)
      if (dest !== null && target === null) throw new Error(`No destination ${dest}`)
      printed.links.push({
        dest,
        url: annotation.url ?? null,
        page: target ? await pdf.getPageIndex(target[0]) : null,
        top: target ? (target[3] as number) : null,
      })
    }
  }
  await pdf.loadingTask.destroy()
  return printed

  async function properties() {
    const { info, metadata } = await pdf.getMetadata()
    return { info: info as Record<string, unknown>, metadata: metadata?.get('dc:title') ?? null }
  }
}
