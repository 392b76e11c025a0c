import type { Locator, Page } from '@playwright/test'

/** Selects words within a text with the mouse, as a person does who draws it over them. */
export async function selectWords(page: Page, text: Locator, words: string): Promise<void> {
  const [from, to] = await endsOf(text, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Clicks just behind words of a text, which puts the caret there. */
export async function clickBehind(page: Page, text: Locator, words: string): Promise<void> {
  const [, { x, y }] = await endsOf(text, words)
  await page.mouse.click(x, y)
}

interface Point {
  x: number
  y: number
}

/** Where words begin and end on the screen, in CSS pixels, once they are in sight. Throws when they are not there. */
function endsOf(text: Locator, words: string): Promise<[from: Point, to: Point]> {
  return text.evaluate((element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const start = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(words)
    if (start === -1) throw new Error(`‘${words}’ does not stand there`)
    const caret = (at: number, side: 'left' | 'right') => {
      let before = 0
      const node = nodes.find(({ data }) => {
        before += data.length
        return at < before
      })!
      const range = document.createRange()
      range.setStart(node, at - before + node.data.length)
      range.setEnd(node, at - before + node.data.length + 1)
      if (side === 'left') node.parentElement!.scrollIntoView({ block: 'center' })
      const box = range.getClientRects()[0]!
      return { x: box[side], y: (box.top + box.bottom) / 2 }
    }
    return [caret(start, 'left'), caret(start + words.length - 1, 'right')]
  }, words)
}
