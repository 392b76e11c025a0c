import { existsSync } from 'node:fs'
import { basename, dirname, extname, join, parse } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import { Failure, type Reply } from '../../shared/contract/fault.ts'
import { copyWhole } from '../backend/copyWhole.ts'
import { findStaged } from '../backend/staging.ts'
import { logError } from './errorLog.ts'
import type { FilesCall } from './messages.ts'
import type { PreferenceStore } from './preferences.ts'

/** Saves, opens and shows files for the backend's process, which cannot reach a dialog itself. Never rejects. */
export function brokerFiles(
  archive: string,
  preferences: PreferenceStore,
): (call: FilesCall) => Promise<Reply<string | null>> {
  /** What this app has saved since it started. Nothing else is ever opened. */
  const saved = new Set<string>()

  return async call => {
    try {
      if (call.method === 'saveAs') {
        return { ok: true, value: await saveAs(call.stagedPath, call.proposedName) }
      }
      if (!saved.has(call.path) || !existsSync(call.path)) {
        throw new Failure(
          'not-found',
          `${basename(call.path)} is not where it was saved. Save it again, then open it.`,
        )
      }
      if (call.method === 'reveal') shell.showItemInFolder(call.path)
      else await openFile(call.path)
      return { ok: true, value: null }
    } catch (error) {
      const { code, message } = inWords(error)
      return { ok: false, fault: { code, message } }
    }
  }

  async function saveAs(stagedPath: string, proposedName: string): Promise<string | null> {
    // Only what is staged is copied out, whatever path was named.
    const staged = findStaged(archive, basename(stagedPath))
    if (!staged) throw new Failure('not-found', 'The export is no longer there. Export again.')
    const path = await askWhere(proposedName)
    if (path === null) return null
    await copyWhole(staged.path, path)
    saved.add(path)
    return path
  }

  async function askWhere(proposedName: string): Promise<string | null> {
    const name = safeName(proposedName)
    const ending = extname(name)
    const folder = preferences.get().lastFolder
    const options: Electron.SaveDialogOptions = {
      title: 'Save',
      defaultPath: join(folder && existsSync(folder) ? folder : app.getPath('documents'), name),
      filters: ending === '' ? [] : [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    }
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const { canceled, filePath } = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options)
    if (canceled || filePath === '') return null
    preferences.set({ lastFolder: dirname(filePath) })
    // On Linux the dialog does not add the ending. A name with another one must not become a file that runs.
    if (extname(filePath).toLowerCase() === ending.toLowerCase()) return filePath
    if (!existsSync(filePath + ending)) return filePath + ending
    throw new Failure(
      'invalid-input',
      `${basename(filePath)}${ending} is already there. Save under another name.`,
    )
  }
}

async function openFile(path: string): Promise<void> {
  const trouble = await shell.openPath(path)
  if (trouble !== '') {
    throw new Failure(
      'not-here',
      `${basename(path)} could not be opened: ${trouble}. It is saved all the same.`,
    )
  }
}

/** A proposed name without what some system would not take in a file's name. */
function safeName(name: string): string {
  const kept = basename(name.replace(/[\\/:*?"<>|\0-\x1f]/g, ' ')).replace(/^[. ]+|[. ]+$/g, '')
  const { name: stem, ext } = parse(kept || 'Briefing.pdf')
  return `${stem.slice(0, 120)}${ext.slice(0, 20)}`
}

function inWords(error: unknown): Failure {
  if (error instanceof Failure) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') {
    return new Failure(
      'disk-full',
      'There is no room there for the file. Nothing was changed. Save it elsewhere.',
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' || code === 'EROFS') {
    return new Failure(
      'not-here',
      'The file could not be written there: it is open in another program, or the folder is not yours to write to. Nothing was changed. Close it, or save elsewhere.',
    )
  }
  logError(error, 'files')
  return new Failure(
    'internal',
    'The file could not be saved. Nothing was changed. Try again, or save elsewhere.',
  )
}
