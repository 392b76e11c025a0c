import type { ImportLine } from '../../../shared/contract/index.ts'
import { call } from '../../api/index.ts'
import type { ImportFile } from './importFiles.ts'

/** Puts the titles that a person gave by hand on what was added under them. Gives the report's lines as they then are. */
export async function withGivenTitles(
  files: readonly ImportFile[],
  lines: readonly ImportLine[],
): Promise<ImportLine[]> {
  const titles = new Map(files.flatMap(({ name, title }) => (title ? [[name, title]] : [])))
  return Promise.all(
    lines.map(async line => {
      const title = titles.get(line.path)
      if (!title || line.outcome !== 'added' || line.articleId === null) return line
      try {
        await call('articles.correct', { articleId: line.articleId, details: { title } })
        return { ...line, title }
      } catch (error) {
        return { ...line, reason: `The title you gave was not kept: ${(error as Error).message}` }
      }
    }),
  )
}
