import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { projectFolder } from './project.ts'

/** A file to add: a path, or a name with what is in it. */
type File = string | { name: string; mimeType: string; buffer: Buffer }

const folder = join(projectFolder, 'assets', 'sample', 'articles')

/** The articles that come with the app, as files. */
export const sampleFiles: string[] = readdirSync(folder).map(name => join(folder, name))

/** One of them by its name. */
export const sampleFile = (name: string): string => join(folder, name)

/** A file of text with the name it has on the person's disk. */
export const textFile = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** Adds articles as the file picker of "From files…" does. Gives the report of what became of them, still open. */
export async function addFiles(page: Page, files: File[]): Promise<Locator> {
  await page.getByTestId('add-files').setInputFiles(files as string[])
  const report = page.getByRole('dialog', { name: /added|already there|new version/ })
  await expect(report).toBeVisible({ timeout: 30_000 })
  return report
}

/** Adds articles and closes the report. */
export async function addArticles(page: Page, files: File[]): Promise<void> {
  const report = await addFiles(page, files)
  await report.getByRole('button', { name: 'Close' }).click()
  await expect(report).toBeHidden()
}

/** The list of articles and of what is found, and in it the row of a title. */
export const articleList = (page: Page): Locator => page.getByRole('listbox', { name: 'Articles' })
export const articleRow = (page: Page, title: string): Locator =>
  articleList(page).getByRole('option').filter({ hasText: title })

/** Opens an article from the list with the mouse. Gives it as it is shown to be read. */
export async function openArticle(page: Page, title: string): Promise<Locator> {
  await articleRow(page, title).click()
  const article = page.getByRole('article', { name: title })
  await expect(article).toBeVisible()
  return article
}

export const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Search articles' })

/** Where the app says what it has done, with the way back. */
export const messages = (page: Page): Locator => page.getByRole('region', { name: 'Messages' })
