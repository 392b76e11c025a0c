import { ipcRenderer } from 'electron'

// A port cannot cross the context bridge, so it is posted to the page's own window. Nothing else is handed over.
const loaded = new Promise<void>(resolve => window.addEventListener('load', () => resolve(), { once: true }))
ipcRenderer.on('despatch-port', async event => {
  await loaded
  window.postMessage('despatch-port', '*', event.ports)
})
