import { useCommands } from '../ui/index.ts'

/** F3 and Shift+F3: to the next place that was found in the article, and to the one before. */
export function usePlaceKeys(hasPlaces: boolean, go: (step: 1 | -1) => void): void {
  const isDisabled = !hasPlaces
  useCommands([
    { id: 'reader.next', label: 'Next place found', keys: 'F3', isDisabled, run: () => go(1) },
    { id: 'reader.previous', label: 'Previous place found', keys: 'Shift+F3', isDisabled, run: () => go(-1) },
  ])
}
