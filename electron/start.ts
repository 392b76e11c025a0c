/**
 * `npm start`: builds what is needed and opens the app, in Electron where it can be had and otherwise in a
 * browser of this machine.
 *
 *   --archive DIR   the folder of the archive (else DESPATCH_ARCHIVE, else the system's place for data)
 *   --browser       use a browser even where Electron is present
 *   --no-window     open nothing: print the address
 *   --port N        the port of that address (else any free one)
 *   --build         build what is needed and end
 *   --no-build      open what was built before
 */
import { keepCompiled } from './node/compileCache.ts'

keepCompiled()
const { start } = await import('./start/start.ts')
await start(process.argv.slice(2))
