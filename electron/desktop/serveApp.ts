import type { Session } from 'electron'
import { getBytes, putBytes } from './bytesDoor.ts'
import { HOST, isOurs, SCHEME } from './origin.ts'
import { pageFile } from './pageFile.ts'
import type { DesktopPaths } from './paths.ts'

/** Serves `despatch://app/` in a session: the built page, and the two doors for bytes. */
export function serveApp(session: Session, paths: Pick<DesktopPaths, 'renderer' | 'archive'>): void {
  session.protocol.handle(SCHEME, request => answer(request, paths))
}

async function answer(
  request: Request,
  paths: Pick<DesktopPaths, 'renderer' | 'archive'>,
): Promise<Response> {
  // Electron adds it, and a page cannot change it; it is absent when the browser itself asked, as for a first load.
  const { initiatorOrigin } = request as Request & { initiatorOrigin?: string }
  const asked = isOurs(initiatorOrigin)
  if (initiatorOrigin !== undefined && !asked) return refuse(403)
  if (!isOurs(request.url)) return refuse(404)
  const { pathname, searchParams } = new URL(request.url)
  if (pathname === '/bytes' || pathname.startsWith('/bytes/')) {
    if (!asked) return refuse(403)
    if (request.method === 'POST' && pathname === '/bytes') return putBytes(paths.archive, request)
    if (request.method === 'GET')
      return getBytes(paths.archive, pathname.slice('/bytes/'.length), searchParams)
    return refuse(405)
  }
  return request.method === 'GET' ? pageFile(paths.renderer, pathname) : refuse(405)
}

const refuse = (status: number) => new Response(null, { status })

export const HOME = `${SCHEME}://${HOST}/index.html`
