import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import { answer } from './answer.ts'
import { Refusal } from './refusal.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.dic': 'text/plain; charset=utf-8',
  '.aff': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** A file of the built desk, from `folder` and nowhere else. Throws a 404 {@link Refusal}. */
export async function serveDesk(response: ServerResponse, folder: string, pathname: string): Promise<void> {
  const file = fileIn(folder, pathname === '/' ? '/index.html' : pathname)
  const type = file && mediaTypes[extname(file)]
  if (!file || !type) throw notThere()
  const bytes = await readFile(file).catch(() => {
    throw notThere()
  })
  answer(response, 200, type, bytes)
}

/**
 * The path inside `folder`, or null when it would lead out of it. The URL parser resolves `..` and `%2e%2e`,
 * but `%2f` and `%5c` appear only after decoding.
 */
function fileIn(folder: string, pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (/[\0\\:]/.test(path)) return null
  const file = resolve(folder, `.${path}`)
  const inside = relative(folder, file)
  return inside.startsWith('..') || isAbsolute(inside) ? null : file
}

const notThere = () => new Refusal(404, 'There is nothing at this address.')
