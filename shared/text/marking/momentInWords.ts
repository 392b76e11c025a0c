import { writtenDate } from '../calendarDate.ts'

/** Whether a text names a day: "14/01/27", "3 March", "2027-03-03". */
export const namesDate = (text: string): boolean => DATE.test(text)

/** Whether a text names an hour: "12:30", "5pm", "0600 hours", "noon". */
export const namesTime = (text: string): boolean => TIME.test(text.replace(DATE, ' '))

const DATE = new RegExp(
  `${writtenDate.source}|\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*`,
  'i',
)
const TIME = /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\b\d{4} ?h(?:ou)?rs?\b|\b(?:noon|midday|midnight)\b/i
