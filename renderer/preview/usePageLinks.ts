import { useEffect, useState } from 'react'
import type { OpenPdf, PageLink } from './openPdf.ts'
import type { Turns } from './turns.ts'

/** The links of a page, each once: one that runs over two lines is two in the file. */
export function usePageLinks(pdf: OpenPdf | undefined, index: number, turns: Turns): readonly PageLink[] {
  const [links, setLinks] = useState<readonly PageLink[]>(none)
  useEffect(() => {
    if (!pdf || index >= pdf.pages) return
    let isGone = false
    const leave = turns.add(false, async () => {
      try {
        const found = await (await pdf.page(index)).links()
        if (!isGone) setLinks(found.length > 0 ? eachOnce(found) : none)
      } catch (error) {
        // What is no longer wanted is closed under the reading.
        if (!isGone) console.error('The links of a page of the preview could not be read.', error)
      }
    })
    return () => {
      isGone = true
      leave()
    }
  }, [pdf, index, turns])
  return links
}

const none: readonly PageLink[] = []

const eachOnce = (links: readonly PageLink[]): PageLink[] => [
  ...new Map(links.map(link => [`${link.destination} ${link.label}`, link])).values(),
]
