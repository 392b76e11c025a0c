import { app, type Session } from 'electron'
import { isOurs, SCHEME } from './origin.ts'

/** The one thing a page may ask of the system: the copy buttons write plain, sanitised text. */
const permitted = new Set(['clipboard-sanitized-write'])

const hardened = new WeakSet<Session>()

/** Refuses a session every permission, every device, every remote address and the download of dictionaries. */
export function hardenSession(session: Session): void {
  if (hardened.has(session)) return
  hardened.add(session)
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permitted.has(permission) && details.isMainFrame && isOurs(details.requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permitted.has(permission) && isOurs(origin),
  )
  session.setDevicePermissionHandler(() => false)
  // Only the last listener of a session counts, so this is the only one there is.
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!isOurDownload(item.getURL())) event.preventDefault()
  })
}

/** Direct connections, no proxy and no name service. Resolves when the proxy settings are in force. */
export async function silenceNetwork(session: Session): Promise<void> {
  app.configureHostResolver({ secureDnsMode: 'off' })
  await session.setProxy({ mode: 'direct' })
  await app.setProxy({ mode: 'direct' })
}

function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol } = new URL(url)
  if (protocol === 'devtools:') return !app.isPackaged
  return protocol === `${SCHEME}:` || protocol === 'blob:' || protocol === 'data:'
}

function isOurDownload(url: string): boolean {
  return isOurs(url.startsWith('blob:') ? url.slice('blob:'.length) : url)
}
