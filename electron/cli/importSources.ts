import type { ImportLine, ImportReport } from '../../shared/contract/article.ts'
import { Failure } from '../../shared/contract/fault.ts'
import type { Given } from './command.ts'
import type { Door } from './door.ts'
import { say, writeJson, writeOut } from './output.ts'
import { Usage } from './usage.ts'
import { visibleLine } from './visible.ts'

/**
 * `import PATH…`: a line for each source. Ctrl+C ends it with the lines so far and the fault `cancelled`, which
 * says how many were not read; a second one ends the process. Gives 1 when nothing at all could be taken in.
 */
export async function importSources({ words, isJson, door }: Given): Promise<number> {
  if (words.length === 0) throw new Usage('import needs at least one file or folder.')
  const { lines, unread } = await takeIn(words, door)
  for (const line of lines) {
    if (isJson) writeJson(line)
    else writeOut(inWords(line))
  }
  const count = (outcome: ImportLine['outcome']) => lines.filter(line => line.outcome === outcome).length
  say(
    `${count('added')} added, ${count('version')} new versions, ${count('duplicate')} here already, ${count('refused')} refused.`,
  )
  if (unread > 0) {
    throw new Failure(
      'cancelled',
      `Cancelled: ${unread} of ${unread + lines.length} files were not read. What was taken in before is kept. Import the same again to take in the rest.`,
    )
  }
  return lines.length > 0 && count('refused') === lines.length ? 1 : 0
}

/** Makes the call; Ctrl+C cancels it. */
async function takeIn(paths: string[], door: Door): Promise<ImportReport> {
  const jobId = 'import'
  const cancel = () => void door.call('jobs.cancel', { jobId })
  const stop = process.stderr.isTTY ? showProgress(door) : () => {}
  process.once('SIGINT', cancel)
  try {
    return await door.call('articles.importPaths', { jobId, paths })
  } finally {
    process.off('SIGINT', cancel)
    stop()
  }
}

/** Shows on standard error, in one line, how far it is. Gives what takes the line away. */
function showProgress(door: Door): () => void {
  const stop = door.onEvent(event => {
    if (event.name !== 'job.progress') return
    const { done, total, note } = event.data
    process.stderr.write(`\r\x1b[K${done} of ${total ?? '?'}  ${visibleLine(note)}`)
  })
  return () => {
    stop()
    process.stderr.write('\r\x1b[K')
  }
}

function inWords({ outcome, articleId, title, path, reason }: ImportLine): string {
  const first = `${outcome.padEnd(9)}  ${articleId ?? '-'}  ${visibleLine(title ?? path)}`
  return reason ? `${first}\n           ${visibleLine(reason)}` : first
}
