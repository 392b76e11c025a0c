/** Parameters that say how a reader came, and nothing about what is read. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref_src|cmpid|ns_\w+|at_\w+|ito|__twitter_impression)$/i

/**
 * A web address as it is compared: two that differ only in scheme, "www.", letter case of the host, port, trailing
 * slash, fragment or tracking parameters lead to the same page. Null for what is no http address.
 */
export function addressKey(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const parameters = [...url.searchParams].filter(([name]) => !tracking.test(name))
  const query = new URLSearchParams(parameters).toString()
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  const path = url.pathname.replace(/\/(?:index\.html?)?$/i, '')
  return `${host}${path}${query ? `?${query}` : ''}`
}
