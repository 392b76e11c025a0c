/** The app is served to its own window from `despatch://app/`, never from a file and never from a network. */
export const SCHEME = 'despatch'
export const HOST = 'app'
export const ORIGIN = `${SCHEME}://${HOST}`

/** Whether a URL or an origin is the app's own. Anything that does not parse is not. */
export function isOurs(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false
  // Node gives "null" as the origin of a scheme it does not know, so protocol and host are compared instead.
  const { protocol, host, username, password } = new URL(url)
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === ''
}

/** Only what the app itself brings: no inline script, no evaluation, no frames of strangers, no connections. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
