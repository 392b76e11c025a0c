import { app, BrowserWindow, dialog } from 'electron'

/** Says that the archive cannot be reached and why. True to try again; otherwise the app quits. */
export async function askAfterFailure(message: string): Promise<boolean> {
  const options: Electron.MessageBoxOptions = {
    type: 'error',
    title: 'Despatch',
    message: 'The archive cannot be reached.',
    detail: message,
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  }
  const window = BrowserWindow.getAllWindows()[0]
  const { response } = window
    ? await dialog.showMessageBox(window, options)
    : await dialog.showMessageBox(options)
  if (response === 0) return true
  app.quit()
  return false
}
