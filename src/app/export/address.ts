/** Names by which a machine calls itself. */
const OWN = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i

/**
 * The address of a page as others can open it too, without what follows a #; null where it is a file or of
 * this machine alone.
 */
export function sharedAddress({
  protocol,
  hostname,
  origin,
  pathname,
}: Pick<Location, 'protocol' | 'hostname' | 'origin' | 'pathname'>): string | null {
  const isOnWeb = /^https?:$/.test(protocol)
  return isOnWeb && !OWN.test(hostname) ? origin + pathname : null
}
