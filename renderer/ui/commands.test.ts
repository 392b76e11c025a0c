import { expect, it } from 'vitest'
import { pressed } from './commands.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

it('knows a shortcut from one with other keys held', () => {
  const k = { ...none, key: 'k', code: 'KeyK' }
  expect(pressed({ ...k, ctrlKey: true }, 'Ctrl+K')).toBe(true)
  expect(pressed({ ...k, metaKey: true }, 'Ctrl+K')).toBe(true)
  expect(pressed(k, 'Ctrl+K')).toBe(false)
  expect(pressed({ ...k, ctrlKey: true, shiftKey: true }, 'Ctrl+K')).toBe(false)
  // AltGr reports both.
  expect(pressed({ ...k, ctrlKey: true, altKey: true }, 'Ctrl+K')).toBe(false)
})

it('knows a digit by its place, whatever sign Shift makes of it', () => {
  const one = { ...none, ctrlKey: true, shiftKey: true, key: '!', code: 'Digit1' }
  expect(pressed(one, 'Ctrl+Shift+1')).toBe(true)
  expect(pressed(one, 'Ctrl+Shift+2')).toBe(false)
})
