import { join } from 'node:path'
import { jobFlags } from '../../backend/jobs/jobHeap.ts'
import { measured, type Taken } from './measured.ts'

/** What the engine makes of the sources is kept, as the program keeps it for its jobs (`keepCompiled`). */
const compiled = join(import.meta.dirname, '..', '..', '..', 'out', 'compiled')

/** Prints a serialised job in a fresh process, started as the program starts its press. */
export const printFresh = (job: string, pdf: string, env: NodeJS.ProcessEnv = {}): Taken =>
  measured(process.execPath, [...jobFlags('press'), script('printProcess'), job, pdf], {
    NODE_COMPILE_CACHE: compiled,
    ...env,
  })

/** Sets the same words with bare pdfkit, in a fresh process too. */
export const printPlain = (words: string, pdf: string, assetsFolder: string): Taken =>
  measured(process.execPath, [script('plainProcess'), words, pdf, assetsFolder], {
    NODE_COMPILE_CACHE: compiled,
  })

const script = (name: string): string => join(import.meta.dirname, `${name}.ts`)
