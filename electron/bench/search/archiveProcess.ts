import { openBackend } from '../../backend/index.ts'
import { nodeHost } from '../../node/nodeHost.ts'

/** A process that holds an archive, as the desktop has one: it answers calls, and tells of its events. */
export interface ArchiveCall {
  id: number
  name: string
  input: unknown
}

const backend = await openBackend(nodeHost({ kind: 'cli', archiveFolder: process.argv[2]! }))
backend.onEvent(event => process.send!({ event }))
process.on('message', async ({ id, name, input }: ArchiveCall) => {
  process.send!({ id, reply: await backend.perform(name, input, true) })
})
process.once('disconnect', async () => {
  await backend.close()
})
process.send!('ready')
