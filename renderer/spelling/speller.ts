import type { SpellingReply, SpellingRequest } from './worker.ts'

/** Which of the words are misspelt. The dictionary is loaded, off the main thread, at the first question. */
export const misspelt = (words: string[]): Promise<string[]> => ask({ check: words })

/** What a misspelt word may have been meant to be, likeliest first. */
export const suggestions = (word: string): Promise<string[]> => ask({ suggest: word })

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, (words: string[]) => void>()

function ask(question: { check: string[] } | { suggest: string }): Promise<string[]> {
  worker ??= start()
  const id = ++lastId
  worker.postMessage({ id, ...question } satisfies SpellingRequest)
  return new Promise(resolve => waiting.set(id, resolve))
}

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'spelling' })
  started.onmessage = ({ data }: MessageEvent<SpellingReply>) => {
    waiting.get(data.id)?.(data.words)
    waiting.delete(data.id)
  }
  // Without a dictionary nothing is marked as misspelt; the draft itself is not concerned.
  started.onerror = event => {
    console.error('The spelling dictionary could not be used.', event.message)
    for (const answer of waiting.values()) answer([])
    waiting.clear()
  }
  return started
}
