import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { expect, test } from './despatch.ts'
import { hostUnderTest } from './hostUnderTest.ts'
import { startLoopbackApp } from './loopbackApp.ts'
import { projectFolder } from './project.ts'

test.skip(hostUnderTest() !== 'loopback', 'Electron is driven here')

test('the launch link leaves no token in the address, and lets nobody in twice', async ({
  browser,
}, info) => {
  const app = await startLoopbackApp(info.outputPath('archive'))
  try {
    const page = await (await browser.newContext()).newPage()
    await page.goto(app.launchUrl)
    await page.waitForURL(url => url.pathname === '/')
    expect(page.url()).not.toContain('#')
    // Opening the desk replaced the launch page: there is nothing to go back to but the blank page.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    expect(await page.evaluate(() => document.cookie)).toBe('')
    const other = await (await browser.newContext()).newPage()
    await other.goto(app.launchUrl)
    await expect(other.getByRole('status')).toHaveText(/This link has been used/)
  } finally {
    await app.stop()
  }
})

test('a second start leaves the archive to the first, which opens a new window', async ({
  browser,
}, info) => {
  const archive = info.outputPath('archive')
  const app = await startLoopbackApp(archive)
  try {
    const second = await promisify(execFile)(
      process.execPath,
      ['electron/start.ts', '--no-build', '--no-window', '--archive', archive],
      { cwd: projectFolder },
    )
    expect(second.stdout.trim()).toBe(
      'Despatch is already open on this archive; it was brought to the front.',
    )
    await expect.poll(() => app.printed.length).toBe(2)
    const page = await (await browser.newContext()).newPage()
    await page.goto(app.printed[1]!)
    await page.waitForURL(url => url.pathname === '/')
  } finally {
    await app.stop()
  }
})

test('ends cleanly when it is asked to', async ({ browserName }, info) => {
  expect(browserName).toBe('chromium')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const app = await startLoopbackApp(info.outputPath('archive'))
    const ended = once(app.process, 'exit')
    app.process.kill(signal)
    expect(await ended).toEqual([0, null])
  }
})
