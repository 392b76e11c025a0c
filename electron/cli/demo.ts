import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Failure } from '../../shared/contract/fault.ts'
import { makeFolder } from '../backend/makeFolder.ts'
import { noMoreThan } from './command.ts'
import { type DemoSource, demoBriefing } from './demoBriefing.ts'
import type { Door } from './door.ts'
import { say, writeJson, writeOut } from './output.ts'
import { pickPassages } from './passages.ts'
import { visibleLine } from './visible.ts'

interface Given {
  words: string[]
  values: Record<string, string | boolean | undefined>
  isJson: boolean
  open: (archiveFolder: string) => Promise<Door>
}

/** At least so many passages are cited, and at least three of each source. */
const fewestPassages = 12

/**
 * The whole chain, once: an archive is filled, passages are marked and cited, the pack is printed. Without
 * `--archive` the archive is a temporary one and goes away again; the PDF stays.
 */
export async function demo({ words, values, isJson, open }: Given): Promise<number> {
  noMoreThan(0, words, 'demo')
  const given = typeof values.archive === 'string' ? resolve(values.archive) : null
  const folder = resolve(typeof values.to === 'string' ? values.to : join('out', 'demo'))
  makeFolder(folder, 'unreadable-file')
  const archive = given ?? mkdtempSync(join(tmpdir(), 'despatch-demo-'))
  const door = await open(archive)
  try {
    const started = performance.now()
    const pack =
      typeof values.sources === 'string'
        ? await packFromSources(door, resolve(values.sources))
        : await door.call('packs.openSample', {})
    const { staged, name, pages, bytes, sha256 } = await door.call('packs.export', { packId: pack.packId })
    const path = await door.fetch(staged, join(folder, name))
    const milliseconds = Math.round(performance.now() - started)
    const report = { path, pages, bytes, sha256, milliseconds, packId: pack.packId, title: pack.title }
    if (isJson) writeJson(report)
    else
      writeOut(
        `${visibleLine(path)}\n${pages} pages, ${bytes} bytes, ${milliseconds} ms from empty archive to PDF`,
      )
    return 0
  } finally {
    await door.close()
    if (given === null) rmSync(archive, { recursive: true, force: true })
  }
}

async function packFromSources(door: Door, folder: string): Promise<{ packId: string; title: string }> {
  const { lines } = await door.call('articles.importPaths', { paths: [folder] })
  for (const { path, reason } of lines.filter(line => line.outcome === 'refused'))
    say(visibleLine(`${path}: ${reason}`))
  const articleIds = [...new Set(lines.flatMap(line => line.articleId ?? []))]
  if (articleIds.length === 0) {
    throw new Failure(
      'missing-source',
      `Nothing in ${folder} could be read, so there is nothing to cite. Name a folder with text or HTML files.`,
    )
  }
  const wanted = Math.max(3, Math.ceil(fewestPassages / articleIds.length))
  const sources: DemoSource[] = []
  for (const articleId of articleIds) {
    const article = await door.call('articles.get', { articleId })
    const { version } = article
    const source: DemoSource = { article, highlights: [] }
    for (const { start, end, hasFigure } of pickPassages(article, wanted)) {
      const kind = hasFigure ? 'figure' : 'claim'
      source.highlights.push(await door.call('highlights.create', { articleId, version, start, end, kind }))
    }
    sources.push(source)
  }
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date())
  return door.call('packs.put', { title: 'What the sources say', briefing: demoBriefing(sources, date) })
}
