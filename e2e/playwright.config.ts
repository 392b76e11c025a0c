import { defineConfig } from '@playwright/test'
import { browserFlags, findChromium } from './browser.ts'
import { hostUnderTest } from './hostUnderTest.ts'

const executablePath = findChromium() ?? undefined
// The workers read this file again: what was found once need not be looked for again.
if (executablePath) process.env.DESPATCH_CHROMIUM = executablePath

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../out/e2e',
  globalSetup: './globalSetup.ts',
  metadata: { host: hostUnderTest() },
  fullyParallel: true,
  workers: 2,
  // A shared machine may stand still for seconds. Here at home a test passes at once or it is wrong.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: { executablePath, args: browserFlags },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers: 'block',
    acceptDownloads: true,
    screenshot: 'only-on-failure',
    // To record a trace takes a quarter of the time of a test.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
  },
})
