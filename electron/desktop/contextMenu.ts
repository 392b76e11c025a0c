import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/** Cut, copy and paste under the right mouse button, where they can do something. */
export function attachContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    const items: MenuItemConstructorOptions[] = []
    if (isEditable) items.push({ role: 'cut', enabled: editFlags.canCut })
    if (isEditable || selectionText !== '') items.push({ role: 'copy', enabled: editFlags.canCopy })
    if (isEditable) {
      items.push({ role: 'paste', enabled: editFlags.canPaste })
      items.push({
        role: 'pasteAndMatchStyle',
        label: 'Paste without formatting',
        enabled: editFlags.canPaste,
      })
      items.push({ type: 'separator' }, { role: 'selectAll', enabled: editFlags.canSelectAll })
    }
    // An empty menu would still open, as a sliver.
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
