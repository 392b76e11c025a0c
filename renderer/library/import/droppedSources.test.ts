import { expect, it } from 'vitest'
import { droppedAddress, droppedText } from './droppedSources.ts'

/** What another program offers, by type. */
const offers = (data: Record<string, string>) => ({ getData: (type: string) => data[type] ?? '' })
const dropped = (data: Record<string, string>) => droppedText(offers(data), droppedAddress(offers(data)))
const url = 'https://harbour.example/story?id=4#two'

it('knows a link that is nothing more, as browsers drag it', () => {
  const link = { kind: 'link', url }
  expect(dropped({ 'text/uri-list': url, 'text/plain': url })).toEqual(link)
  expect(
    dropped({
      'text/uri-list': `# a comment\r\n${url}`,
      'text/html': `<a href="${url}">The <b>story</b></a>`,
    }),
  ).toEqual(link)
  expect(
    dropped({ 'text/x-moz-url': `${url}\nThe story`, 'text/html': `<a href="${url}">The story</a>` }),
  ).toEqual(link)
  expect(
    dropped({
      'text/uri-list': url,
      'text/html': `<html><body>\n<!--StartFragment--><img src="${url}" alt="a pier"><!--EndFragment-->\n</body></html>`,
    }),
  ).toEqual(link)
  expect(dropped({ 'text/plain': url })).toEqual(link)
})
it('takes a selection with its HTML, its words and its address', () => {
  const html = '<p>The pier <a href="https://x.example">reopens</a>.</p><p>In May.</p>'
  expect(
    dropped({ 'text/html': html, 'text/plain': 'The pier reopens.\n\nIn May.', 'text/uri-list': url }),
  ).toEqual({
    kind: 'text',
    pasted: { html, text: 'The pier reopens.\n\nIn May.', url },
  })
  expect(dropped({ 'text/plain': 'Only words' })).toEqual({
    kind: 'text',
    pasted: { html: null, text: 'Only words', url: '' },
  })
})
it('takes no address that is not of the web', () => {
  expect(droppedAddress(offers({ 'text/uri-list': 'file:///home/somebody/story.html' }))).toBe('')
  expect(droppedAddress(offers({ 'text/uri-list': 'javascript:alert(1)' }))).toBe('')
})
it('says when there is nothing', () => {
  expect(dropped({})).toEqual({ kind: 'nothing' })
})
