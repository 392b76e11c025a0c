/** How far an import had come at a moment (milliseconds). */
export interface PaceSample {
  at: number
  done: number
  articles: number
}

/** How fast it goes, by its last seconds. */
export interface Pace {
  articlesPerSecond: number
  /** Of whatever its progress counts: an archive counts once and holds many articles. */
  donePerSecond: number
}

/** How much of the past counts, in milliseconds: long enough to be calm, short enough to be true. */
const past = 10_000

export const withSample = (samples: readonly PaceSample[], sample: PaceSample): PaceSample[] => [
  ...samples.filter(({ at }) => at >= sample.at - past),
  sample,
]

/** Null until there are two seconds to judge by. */
export function paceOf(samples: readonly PaceSample[]): Pace | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.at - first.at < 1900) return null
  const seconds = (last.at - first.at) / 1000
  return {
    articlesPerSecond: (last.articles - first.articles) / seconds,
    donePerSecond: (last.done - first.done) / seconds,
  }
}

/** "12 articles a second", "1 article every 4 seconds"; empty while it stands still. */
export function paceInWords({ articlesPerSecond }: Pace): string {
  if (articlesPerSecond <= 0) return ''
  if (articlesPerSecond >= 1.5)
    return `${Math.round(articlesPerSecond).toLocaleString('en-GB')} articles a second`
  const seconds = Math.round(1 / articlesPerSecond)
  return seconds <= 1 ? '1 article a second' : `1 article every ${seconds} seconds`
}

/** "About 2 minutes"; null while nobody can say. */
export function timeLeftInWords(left: number, pace: Pace | null): string | null {
  if (!pace || pace.donePerSecond <= 0) return null
  const seconds = left / pace.donePerSecond
  if (seconds < 5) return 'a few seconds'
  if (seconds <= 50) return `about ${Math.ceil(seconds / 10) * 10} seconds`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return minutes <= 1 ? 'about 1 minute' : `about ${minutes} minutes`
  return `about ${Math.round(minutes / 60)} hours`
}
