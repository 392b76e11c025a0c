import { expect, it } from 'vitest'
import { refusing } from '../readOne.testkit.ts'
import { htmlBlocks } from './htmlBlocks.ts'
import { htmlDocument } from './htmlDocument.ts'
import { readableArticle } from './readableArticle.ts'

const words = 'The boats, all of them, went out to sea, and came back again, late at night. '

const kept = (html: string) => {
  const document = htmlDocument(html, refusing('page.html'))
  const blocks = htmlBlocks(document.body)
  const readable = readableArticle(document, blocks)
  return [...(readable?.kept ?? [])].sort((a, b) => a - b).map(i => blocks[i]!.text)
}

it('keeps the blocks of the article, whatever happens to the tree', () => {
  const article = `<div class="story"><p>${words.repeat(4)}</p>${words}<br><br>${words.repeat(3)}<p>${words.repeat(2)}</p></div>`
  expect(
    kept(`<div class="menu"><a href="/">Home</a></div>${article}<div class="footer">${words}</div>`),
  ).toEqual([4, 1, 3, 2].map(times => words.repeat(times).trim()))
})

it('keeps a short article, for which it tries again and again', () => {
  expect(kept(`<ul class="menu"><li><a href="/">Home</a></li></ul><p>${words}</p>`)).toContain(words.trim())
})

it.each([
  [
    'headings that are compared with a long title',
    `<title>${'a b c d '.repeat(2000)}</title>${`<h1>${'e f '.repeat(30)}</h1>`.repeat(1000)}`,
  ],
  ['a long property', `<meta property="${' '.repeat(100_000)}" content="x"><p>${words}`],
  ['many breaks', `<div>${'a<br><br>'.repeat(10_000)}</div>`],
  ['deep and wide', '<div>'.repeat(500) + '<time datetime=x></time>'.repeat(4000) + words],
  ['lists in lists', '<ul><li><a href=x>text, and</a>'.repeat(200) + '<li>some, text'.repeat(2000)],
])('is through with %s in time', (_, html) => {
  const started = performance.now()
  kept(html)
  expect(performance.now() - started).toBeLessThan(4000)
}) // prettier-ignore
