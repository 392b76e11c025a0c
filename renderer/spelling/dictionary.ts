import nspell from 'nspell'
import { houseWords } from './houseWords.ts'
import { spelledForm } from './wordsToCheck.ts'

export interface Dictionary {
  isCorrect(word: string): boolean
  /** At most seven words that may have been meant, likeliest first. */
  suggest(word: string): string[]
}

/** Builds the British English dictionary from the texts of Hunspell's affix and word files. */
export function buildDictionary(affixes: string, words: string): Dictionary {
  const speller = nspell(affixes, words)
  for (const word of houseWords) speller.add(word)
  return {
    isCorrect: word => {
      const form = spelledForm(word)
      // The affix rules know the possessives of their own words; of names and added words they do not.
      return speller.correct(form) || (form.endsWith("'s") && speller.correct(form.slice(0, -2)))
    },
    suggest: word => {
      const found = speller.suggest(spelledForm(word)).filter(suggestion => !/\s$/.test(suggestion))
      const near = found.length > 0 ? found : transposed(word).filter(guess => speller.correct(guess))
      return near.slice(0, 7).map(suggestion => withApostropheOf(word, suggestion))
    },
  }
}

/** "taskfroce": two letters that changed places, which the speller gives up on in long words. */
function transposed(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  )
}

const withApostropheOf = (word: string, suggestion: string): string =>
  word.includes('’') ? suggestion.replaceAll("'", '’') : suggestion
