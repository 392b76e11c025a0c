import { printPack } from '../pdf/index.ts'
import type { PrintJob } from '../pdf/printJob.ts'
import { serveJob } from './serve.ts'

serveJob((job: PrintJob, { progress }) => printPack(job, progress))
