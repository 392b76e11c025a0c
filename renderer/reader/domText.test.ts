import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { elementAt, offsetAt, pointAt } from './domText.ts'

// The text is "One two\nhidden\nThree 🙂 four"; the hidden block is not in the page.
const text = 'One two\nhidden\nThree 🙂 four'
const { document } = parseHTML(`<html><body><article>
  <p id="a"><span data-start="0">One </span><mark data-start="4">two</mark></p>
  <p class="why">Page furniture</p>
  <p id="b"><span data-start="15">Three 🙂 four</span></p>
</article></body></html>`)
const root = document.querySelector('article') as unknown as Element
const a = document.querySelector('#a') as unknown as Element
const b = document.querySelector('#b') as unknown as Element
const why = document.querySelector('.why') as unknown as Element

describe('between the page and the text', () => {
  it('reads an offset inside a stretch in UTF-16 code units', () => {
    const words = b.firstChild!.firstChild!
    expect(offsetAt(root, words, 6, 'start')).toBe(text.indexOf('🙂'))
    expect(offsetAt(root, words, 8, 'end')).toBe(text.indexOf('🙂') + 2)
  })

  it('takes in nothing hidden when a selection ends between two blocks', () => {
    expect(offsetAt(root, b, 0, 'end')).toBe(7)
    expect(offsetAt(root, a, 2, 'start')).toBe(15)
    expect(offsetAt(root, why.firstChild!, 4, 'end')).toBe(7)
    expect(offsetAt(root, why.firstChild!, 4, 'start')).toBe(15)
    expect(offsetAt(root, root, 0, 'start')).toBe(0)
    expect(offsetAt(root, root, root.childNodes.length, 'end')).toBe(text.length)
  })

  it('is null where there is no text on that side', () => {
    expect(offsetAt(root, root, 0, 'end')).toBeNull()
    expect(offsetAt(root, root, root.childNodes.length, 'start')).toBeNull()
  })

  it('finds its way back from every offset that is shown, and from no other', () => {
    fc.assert(
      fc.property(fc.nat(text.length), offset => {
        const point = pointAt(root, offset)
        const isShown = offset <= 7 || offset >= 15
        expect(point !== null).toBe(isShown)
        if (point) expect(offsetAt(root, point.node, point.offset, 'start')).toBe(offset)
        expect(elementAt(root, offset) !== null).toBe(offset < 7 || (offset >= 15 && offset < text.length))
      }),
    )
  })
})
