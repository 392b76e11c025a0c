import type { MarkedHead } from './markedHead.ts'
import { inCapitals } from './partsOf.ts'

/**
 * The lines that stand under the marking where it is read first: the embargo, which belongs as close to it as can be,
 * the terms of a release, the recipients. Wording: Government Security Classifications Policy, 5 August 2024.
 */
export function handlingLines(head: MarkedHead): string[] {
  const until = oneLine(head.embargoUntil)
  const then = inCapitals(head.embargoThen ?? '')
  const release = oneLine(head.releaseTo)
  const recipients = oneLine(head.recipients)
  const lines = [
    until &&
      `This information will remain classified until ${unstopped(until)}${then && `, after which the information will be ${then}`}.`,
    release && releaseLine(release),
    recipients && `Recipients: ${recipients}`,
  ]
  return lines.filter(line => line !== '')
}

/** A release to several is written in short, as REL-EU; one to a government as a sentence. */
function releaseLine(release: string): string {
  if (/^REL[ -]/i.test(release)) return release.toUpperCase()
  const receiver = unstopped(release)
  const article = TAKES_ARTICLE.test(receiver) ? 'the ' : ''
  return `This information has been provided in confidence to ${article}${receiver} and should not be released without prior agreement from the UK Government.`
}

/** "the French Government", but "NATO" and "France". */
const TAKES_ARTICLE =
  /^(?!(?:the|an?) ).*\b(?:governments?|administration|ministry|department|commission|organi[sz]ation|union|authority|republic|kingdom|states|nations|council|office)\b/i

const unstopped = (text: string): string => text.replace(/[.,;]$/, '')

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim()
