import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { keepingCompiled } from '../node/compileCache.ts'

// As the app itself is started: from what the engine has made of its sources, not from the sources.
const { status } = spawnSync(
  process.execPath,
  [...process.execArgv, join(import.meta.dirname, 'measureImport.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: keepingCompiled(process.env) },
)
process.exitCode = status ?? 1
