import { execFileSync } from 'node:child_process'
import { findChromium, noChromium } from './browser.ts'
import { hostUnderTest } from './hostUnderTest.ts'
import { projectFolder } from './project.ts'

/** Before any spec: the app is built, a browser is there, and the report says which host is driven. */
export default function globalSetup(): void {
  const host = hostUnderTest()
  console.log(`host: ${host}`)
  if (host === 'loopback' && !findChromium()) throw new Error(noChromium)
  execFileSync(process.execPath, ['electron/start.ts', '--build'], { cwd: projectFolder, stdio: 'inherit' })
}
