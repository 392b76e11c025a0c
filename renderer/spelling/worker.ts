import affixes from '../../node_modules/dictionary-en-gb/index.aff?raw'
import words from '../../node_modules/dictionary-en-gb/index.dic?raw'
import { buildDictionary, type Dictionary } from './dictionary.ts'

/** What the window asks: which of these words are misspelt, or what one of them may have been meant to be. */
export type SpellingRequest = { id: number } & ({ check: string[] } | { suggest: string })
/** The misspelt words of `check`, or the suggestions. */
export interface SpellingReply {
  id: number
  words: string[]
}

let dictionary: Dictionary | undefined

self.onmessage = ({ data }: MessageEvent<SpellingRequest>) => {
  dictionary ??= buildDictionary(affixes, words)
  const { isCorrect, suggest } = dictionary
  const found = 'check' in data ? data.check.filter(word => !isCorrect(word)) : suggest(data.suggest)
  self.postMessage({ id: data.id, words: found } satisfies SpellingReply)
}
