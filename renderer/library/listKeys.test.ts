import { expect, it, vi } from 'vitest'
import { listKeys } from './listKeys.ts'

function press(key: string, modifiers: { shiftKey?: boolean; ctrlKey?: boolean } = {}, active = 3) {
  const acts = {
    onGo: vi.fn(),
    onOpen: vi.fn(),
    onToggle: vi.fn(),
    onExtend: vi.fn(),
    onAll: vi.fn(),
    onClear: vi.fn(),
    onLeaveUp: vi.fn(),
  }
  const event = {
    key,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    preventDefault: vi.fn(),
  }
  listKeys({ active, total: 10, hasSelection: true, ...acts })({ ...event, ...modifiers } as never)
  const called = Object.entries(acts).flatMap(([name, act]) =>
    act.mock.calls.map(call => [name, ...call].join(' ')),
  )
  expect(event.preventDefault.mock.calls.length).toBe(called.length)
  return called.join()
}

it('goes, opens and leaves without Shift or Ctrl', () => {
  expect(press('ArrowDown')).toBe('onGo 4 false')
  expect(press('End')).toBe('onGo 9 false')
  expect(press('PageUp')).toBe('onGo 0 false')
  expect(press('Enter')).toBe('onOpen true')
  expect(press(' ')).toBe('onOpen false')
  expect(press('ArrowUp', {}, 0)).toBe('onLeaveUp')
  expect(press('x')).toBe('')
})
it('selects with Shift and Ctrl', () => {
  expect(press('ArrowDown', { shiftKey: true })).toBe('onGo 4 true')
  expect(press('ArrowUp', { shiftKey: true }, 0)).toBe('onGo 0 true')
  expect(press(' ', { ctrlKey: true })).toBe('onToggle')
  expect(press(' ', { shiftKey: true })).toBe('onExtend')
  expect(press('a', { ctrlKey: true })).toBe('onAll')
  expect(press('ArrowDown', { ctrlKey: true })).toBe('onGo 4 false')
  expect(press('Home', { ctrlKey: true })).toBe('')
  expect(press('Escape')).toBe('onClear')
})
