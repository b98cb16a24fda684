import ipaddr from 'ipaddr.js'

// Everything handed out to the internet so far. Outside it lie old spellings of IPv4 addresses such as ::7f00:1.
const globalIpv6 = ipaddr.parseCIDR('2000::/3')

/**
 * True for an address anybody on the internet may have. Loopback, private, link-local (cloud metadata among them), carrier
 * and mapped ranges are not public: an IPv6 spelling of an IPv4 address would reach what the IPv4 check refuses.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalIpv6))
}

/** The address a URL's host spells out, in whatever notation; undefined when the host is a name. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) ? host : undefined
}
