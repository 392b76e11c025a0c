import type { ImportLine } from '../../../shared/contract/index.ts'
import { outcomeLabel } from './outcomes.ts'

/**
 * The report as CSV (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe instead: file names and titles come from strangers.
 */
export function reportCsv(lines: readonly ImportLine[], unread: number): string {
  const rows = [
    ['Outcome', 'Title', 'File', 'Reason', 'Article'],
    ...lines.map(({ outcome, title, path, reason, articleId }) => [
      outcomeLabel(outcome),
      title ?? '',
      path,
      reason ?? '',
      articleId ?? '',
    ]),
    ...(unread > 0 ? [['Not read', '', '', `${unread} not read, because adding was cancelled`, '']] : []),
  ]
  return `\uFEFF${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe
}
