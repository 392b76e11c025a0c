import { writtenDate } from '../../../../../../shared/text/calendarDate.ts'

/** Why what stands before the first article is furniture. */
export const coverPage = 'Press database: cover page'

const databaseWords =
  /^(?:User Name|Date and Time|Job Number|Documents? \(\d|Client\/Matter|Download Request|Time Of Request|Search (?:Terms|Summary|Type))\b|^\d{1,5} of \d{1,5} DOCUMENTS?$|\b(?:LexisNexis|Nexis|Factiva)\b/i
/** A list of results has lines; prose, in characters, is longer. */
const longestLine = 600

/** Whether what stands before or after the articles is the database's own: nothing, or a list that names it. */
export const isDatabases = (texts: readonly string[]): boolean =>
  texts.length === 0 ||
  (texts.some(text => databaseWords.test(text.slice(0, longestLine))) &&
    texts.every(text => text.length <= longestLine || /^(?:Search )?Terms\b|\t/i.test(text)))

const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'

/** A line that is a date and nothing else: "December 14, 2024 Saturday 10:05 AM GMT", "14 December 2024". */
const dateOnly = new RegExp(
  `^(?:${weekday},? )?${writtenDate.source.replace('\\b', '')}(?:,? ${weekday})?(?:,? \\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AP]M)?(?: [A-Z]{2,5})?)?$`,
  'i',
)

/** Whether a line is a date and nothing else. */
export const isDateLine = (text: string): boolean => text.length <= 80 && dateOnly.test(text)

/** Whether a line numbers a page. */
export const isPageLine = (text: string): boolean =>
  text.length <= 40 && /^Page \d{1,5}(?: of \d{1,5})?$/i.test(text)

/** A language as a press database writes it, as a BCP 47 tag; null if it is no language known here. */
export const languageNamed = (name: string): string | null =>
  languages[name.trim().replace(/\.$/, '').toLowerCase()] ?? null

const languages: Record<string, string> = {
  english: 'en',
  'english (united kingdom)': 'en-GB',
  welsh: 'cy',
  irish: 'ga',
  gaelic: 'gd',
  french: 'fr',
  german: 'de',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  danish: 'da',
  norwegian: 'no',
  swedish: 'sv',
  finnish: 'fi',
  icelandic: 'is',
  polish: 'pl',
  czech: 'cs',
  slovak: 'sk',
  hungarian: 'hu',
  romanian: 'ro',
  bulgarian: 'bg',
  greek: 'el',
  turkish: 'tr',
  russian: 'ru',
  ukrainian: 'uk',
  arabic: 'ar',
  hebrew: 'he',
  hindi: 'hi',
  urdu: 'ur',
  chinese: 'zh',
  'chinese - simplified': 'zh-Hans',
  'chinese - traditional': 'zh-Hant',
  japanese: 'ja',
  korean: 'ko',
}
