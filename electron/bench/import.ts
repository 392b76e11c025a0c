import { keepCompiled } from '../node/compileCache.ts'

// As the program itself is started: what it is measured with is what its user has.
keepCompiled()
await import('./measureImport.ts')
