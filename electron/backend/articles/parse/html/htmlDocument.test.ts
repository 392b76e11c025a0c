import { describe, expect, it } from 'vitest'
import { refusing } from '../readOne.testkit.ts'
import type { PageElement } from './dom/pageElement.ts'
import { htmlDocument } from './htmlDocument.ts'
import { lineOf, visibleText } from './visibleText.ts'

const parse = (html: string) => htmlDocument(html, refusing('page.html'))
const written = (html: string) => parse(html).body!.innerHTML
const shown = (html: string) => lineOf(visibleText(parse(html).body!))

describe('a page becomes the tree that the HTML standard says', () => {
  it.each([
    ['<p>One<div>two</div>', '<p>One</p><div>two</div>'],
    ['<table><td>a</table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
    ['<table>loose<tr><td>a</table>', 'loose<table><tbody><tr><td>a</td></tr></tbody></table>'],
    ['<b>one<p>two</b>three', '<b>one</b><p><b>two</b>three</p>'],
    ['<P CLASS=A ID=b ID=c>&eacute;&notit;', '<p class="A" id="b">é¬it;</p>'],
    ['x<noscript><img src=a></noscript>', 'x<noscript><img src="a"></noscript>'],
    ['<li>one<li>two', '<li>one</li><li>two</li>'],
    ['<a href=x>one<a href=y>two', '<a href="x">one</a><a href="y">two</a>'],
  ])('%s', (html, tree) => {
    expect(written(html)).toBe(tree)
  })
})

describe('the tree', () => {
  it('says its text anew after each change', () => {
    const body = parse('<div><p>one <b>two</b></p><p>three</p></div>').body!
    const [first, second] = body.querySelectorAll('p') as [PageElement, PageElement]
    expect(body.textContent).toBe('one twothree')
    body.querySelectorAll('b')[0]!.remove()
    expect(body.textContent).toBe('one three')
    first.appendChild(second)
    expect(body.textContent).toBe('one three')
    expect(first.children).toEqual([second])
    body.firstElementChild!.replaceChild(second, first)
    expect([body.textContent, body.innerHTML]).toEqual(['three', '<div><p>three</p></div>'])
  })

  it('finds elements in order, and below only', () => {
    const body = parse('<ul><li>a<ol><li>b</li></ol></li></ul><ol></ol><p></p>').body!
    const names = (elements: readonly PageElement[]) => elements.map(({ localName }) => localName).join(' ')
    expect(names(body.querySelectorAll('ol, ul'))).toBe('ul ol ol')
    expect(names(body.getElementsByTagName('*'))).toBe('ul li ol li ol p')
    expect(names(body.firstElementChild!.getElementsByTagName('LI'))).toBe('li li')
  })

  it('is as it was after being written and read again', () => {
    const body = parse('<p class="a &quot;">x &lt; y<br><svg><path d="M"/></svg></p><!--c-->').body!
    const before = body.innerHTML
    body.innerHTML = before
    expect(body.innerHTML).toBe(before)
  })
})

describe('shadow roots saved in a page', () => {
  const root = (inside: string) => `<template shadowrootmode="open">${inside}</template>`
  it.each([
    [`<div>${root('<p>in</p>')}out</div>`, 'in'],
    [`<div>${root('<p>in</p><slot></slot>')}out</div>`, 'in out'],
    [`<div>${root('<slot name=a>no</slot> <slot>no</slot>')} <i>x</i><i slot=a>y</i></div>`, 'y x'],
    [`<div>${root('<slot>default</slot>')} </div>`, 'default'],
    [`<div>${root(`<div>${root('<b>deep</b>')}no</div>`)}</div>`, 'deep'],
    ['<div><template><p>never</p></template>out</div>', 'out'],
  ])('%s', (html, text) => {
    expect(shown(html)).toBe(text)
  })
})

const words = 'The boats, all of them, went out to sea, and came back again, late at night. '
const numbered = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join('')

describe('a hostile page takes time in proportion to its length', () => {
  it.each([
    ['attributes', `<p ${numbered(25_000, i => `a${i} `)}>${words}`],
    ['bodies', numbered(8000, i => `<body a${i}=1>`) + words],
    [
      'slots',
      `<div><template shadowrootmode=open>${numbered(3000, i => `<slot name=s${i}></slot>`)}</template>${numbered(3000, i => `<i slot=s${i}>w</i>`)}</div>`,
    ],
    ['unclosed formatting', numbered(400, i => `<b id=${i}>`) + '<p>x'.repeat(3000)],
    ['foster parents', `<table>${'<div>x</div>y<tr>'.repeat(5000)}`],
    ['comments', `<p>x${'<!--'.repeat(25_000)}`],
    ['references', `<p>${'&amp'.repeat(25_000)}`],
    ['style', `<p style="${'; display '.repeat(10_000)}none">x</p>`],
    ['links within lists', '<ul><li><a href=x>text, and</a>'.repeat(200)],
  ])('%s', (_, html) => {
    const started = performance.now()
    parse(html)
    expect(performance.now() - started).toBeLessThan(1500)
  }) // prettier-ignore

  it('is refused when the parser would have to make more elements of it than fit', () => {
    const html = `<p>${numbered(400, i => `<b id=${i}>`)}${'</p><p>x'.repeat(3000)}`
    expect(() => parse(html)).toThrow(/more than 250,000 elements/)
  })
})
