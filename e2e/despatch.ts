import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { watchForComplaints } from './complaints.ts'
import { electronProgram, hostUnderTest } from './hostUnderTest.ts'
import { startLoopbackApp } from './loopbackApp.ts'
import { projectFolder } from './project.ts'

export { expect }

/** The running app, on an archive of its own that is gone after the test. */
export interface Despatch {
  host: 'electron' | 'loopback'
  archiveFolder: string
  /** The desk as it is now. */
  page: Page
  /** Ends the app as a person does and starts it again on the same archive. Gives the new desk. */
  restart(): Promise<Page>
  /** Kills the app without warning, as a power cut would; `restart` starts it again. */
  kill(): Promise<void>
  /**
   * What went wrong unseen: errors and refusals of the content security policy in the console, exceptions, and
   * requests to anywhere but the app. A test fails if any are left at its end; one that provokes them empties this.
   */
  complaints: string[]
}

interface Opened {
  page: Page
  stop(): Promise<void>
  kill(): Promise<void>
}

type Open = (archiveFolder: string, complaints: string[]) => Promise<Opened>

// The built-in browser is started only where a fixture names it: Electron brings its own.
export const test = base.extend<{ despatch: Despatch; page: Page }>({
  despatch: electronProgram()
    ? // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern
      async ({}, use) => useDespatch(openElectron, use)
    : async ({ browser }, use) => useDespatch(inBrowser(browser), use),
  page: async ({ despatch }, use) => use(despatch.page),
})

async function useDespatch(open: Open, use: (despatch: Despatch) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'despatch-e2e-'))
  const archiveFolder = join(folder, 'archive')
  const complaints: string[] = []
  let opened = await open(archiveFolder, complaints)
  const despatch: Despatch = {
    host: hostUnderTest(),
    archiveFolder,
    page: opened.page,
    complaints,
    restart: async () => {
      await opened.stop()
      opened = await open(archiveFolder, complaints)
      despatch.page = opened.page
      return opened.page
    },
    kill: () => opened.kill(),
  }
  try {
    await use(despatch)
    expect(complaints, 'nothing went wrong unseen').toEqual([])
  } finally {
    await opened.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const inBrowser =
  (browser: Browser): Open =>
  async (archiveFolder, complaints) => {
    const app = await startLoopbackApp(archiveFolder)
    const context = await browser.newContext()
    watchForComplaints(context, new URL(app.launchUrl).origin, complaints)
    const page = await context.newPage()
    await page.goto(app.launchUrl)
    await page.waitForURL(url => url.pathname === '/')
    return {
      page,
      stop: async () => {
        await context.close()
        await app.stop()
      },
      kill: async () => {
        app.process.kill('SIGKILL')
        await app.stop()
      },
    }
  }

const openElectron: Open = async (archiveFolder, complaints) => {
  const app = await _electron.launch({
    executablePath: electronProgram()!,
    args: [projectFolder],
    cwd: projectFolder,
    env: { ...(process.env as Record<string, string>), DESPATCH_ARCHIVE: archiveFolder },
  })
  const context: BrowserContext = app.context()
  const page = await app.firstWindow()
  watchForComplaints(context, new URL(page.url()).href.split('/').slice(0, 3).join('/'), complaints)
  const closed = app.waitForEvent('close', { timeout: 0 })
  return {
    page,
    stop: async () => {
      // One that was killed has nothing left to close.
      await app.close().catch(() => {})
    },
    kill: async () => {
      app.process().kill('SIGKILL')
      await closed
    },
  }
}
