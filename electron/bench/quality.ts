import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../backend/database/openDatabase.ts'
import { engines, judge, meanGain, successes } from './quality/judge.ts'
import { openCollection } from './quality/openCollection.ts'
import { printTable } from './search/printTables.ts'

/**
 * `npm run bench:quality`: how well the search answers the judged queries of quality/, kind by kind, beside plain BM25 over
 * the same articles; then the queries that it does not answer as they were judged.
 */
const folder = mkdtempSync(join(tmpdir(), 'despatch-bench-'))
const { db, close } = openDatabase(folder)
try {
  const collection = await openCollection(db)
  const judged = judge(db, collection)
  const types = [...new Set(collection.queries.map(({ type }) => type)), null]
  printTable([
    ['nDCG@10 and success@5', ...engines],
    ...types.map(type => {
      const of = (engine: (typeof engines)[number]) =>
        judged[engine].filter(({ query }) => type === null || query.type === type)
      const cells = engines.map(
        engine => `${meanGain(of(engine)).toFixed(3)}, ${(successes(of(engine)) * 100).toFixed(0)} %`,
      )
      return [`${type ?? '**all**'} (${of('Despatch').length})`, ...cells]
    }),
  ])
  console.log('')
  for (const { query, found, nDcg, isSuccess } of judged.Despatch)
    if (nDcg < 0.8)
      console.log(
        `${nDcg.toFixed(2)}${isSuccess ? '' : ' not in five'}  ${query.typed}  wants ${Object.keys(query.grades).join(', ')}; finds ${found.slice(0, 5).join(', ') || 'nothing'}`,
      )
} finally {
  close()
  rmSync(folder, { recursive: true, force: true })
}
