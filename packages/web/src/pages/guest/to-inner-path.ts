/** An address of this hub to go on to; anything else leads home, so that a link cannot lead away after signing in. */
export function toInnerPath(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/')) return '/'
  const base = 'http://hub.invalid'
  try {
    const url = new URL(next, base)
    return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
  } catch {
    return '/'
  }
}
