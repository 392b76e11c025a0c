/** The app is served to its own window from `despatch://app/`, never from a file and never from a network. */
export const SCHEME = 'despatch'
export const HOST = 'app'

/** Whether a URL or an origin is the app's own. Anything that does not parse is not. */
export function isOurs(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false
  // Node gives "null" as the origin of a scheme it does not know, so protocol and host are compared instead.
  const { protocol, host, username, password } = new URL(url)
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === ''
}
