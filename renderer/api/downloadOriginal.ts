import { download } from './bytes.ts'
import { call } from './call.ts'

/** Has the browser save the untouched original of an article. Throws a `Failure`. */
export async function downloadOriginal(articleId: string, version?: number): Promise<void> {
  const { staged, name } = await call('articles.original', { articleId, version })
  download(staged, name, 'application/octet-stream')
}
