import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import { contentSecurityPolicy } from '../../shared/contract/contentSecurityPolicy.ts'

/** Answers with a file of the built page, or 404. `path` is the URL's path, still percent-encoded. */
export async function pageFile(folder: string, path: string): Promise<Response> {
  const file = within(folder, path === '/' ? '/index.html' : path)
  const type = file && types[extname(file)]
  if (!file || !type) return new Response(null, { status: 404 })
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}

/**
 * The file that a URL's path names, or null when it would lead out of the folder. The URL parser removes `../`
 * but leaves `%2e%2e%2f` and `%5c`, so the decoded path is what is checked.
 */
export function within(folder: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  // A colon begins a drive or an alternate stream on Windows.
  if (/[\0\\:]/.test(decoded)) return null
  const file = resolve(folder, `.${decoded}`)
  const inside = relative(folder, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file
}

const types: Record<string, string | undefined> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.aff': 'text/plain; charset=utf-8',
  '.dic': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
