import { expect, it } from 'vitest'
import { fittingPanes } from './fittingPanes.ts'

const panes = [
  { id: 'sources', minimum: 240 },
  { id: 'reader', minimum: 340 },
  { id: 'draft', minimum: 420 },
]

it('shows all panes where they fit, in their order', () => {
  expect(fittingPanes(panes, ['draft', 'sources'], 1280)).toEqual(['sources', 'reader', 'draft'])
})
it('keeps those used last where they do not', () => {
  expect(fittingPanes(panes, ['draft', 'sources', 'reader'], 800)).toEqual(['sources', 'draft'])
  expect(fittingPanes(panes, ['reader', 'draft'], 640)).toEqual(['sources', 'reader'])
})
it('shows one even where none fits', () => {
  expect(fittingPanes(panes, ['draft'], 100)).toEqual(['draft'])
})
