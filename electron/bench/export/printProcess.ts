import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { printPack } from '../../backend/pdf/index.ts'
import type { PrintJob } from '../../backend/pdf/printJob.ts'

/** A fresh process that prints one job: JOB PDF. */
const [job, file] = process.argv.slice(2) as [string, string]
const { bytes } = await printPack(deserialize(readFileSync(job)) as PrintJob)
writeFileSync(file, bytes)
