import { expect, it } from 'vitest'
import { addressKey } from './addressKey.ts'

it.each([
  'https://example.org/news/boats',
  'http://example.org/news/boats',
  'https://www.example.org/news/boats/',
  'https://EXAMPLE.org:443/news/boats#top',
  'https://example.org/news/boats?utm_source=mail&fbclid=1',
  'https://example.org/news/boats/index.html',
])('%s leads to the same page', address => {
  expect(addressKey(address)).toBe('example.org/news/boats')
})

it('keeps what changes the page', () => {
  expect(addressKey('https://example.org/story?id=7&utm_medium=x')).toBe('example.org/story?id=7')
  expect(addressKey('https://example.org/Story')).not.toBe(addressKey('https://example.org/story'))
  expect(addressKey('https://news.example.org/')).toBe('news.example.org')
})

it.each([null, '', 'example.org/a', 'mailto:a@example.org', 'javascript:alert(1)', 'http://'])(
  '%j is none',
  address => {
    expect(addressKey(address)).toBeNull()
  },
)
