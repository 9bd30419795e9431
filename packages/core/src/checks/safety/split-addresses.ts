/** The addresses in an attribute's value: most hold one, `srcset` and `ping` any number. */
export function splitAddresses(attribute: string, value: string): readonly string[] {
  if (attribute === 'srcset' || attribute === 'imagesrcset') return splitCandidates(value)
  return attribute === 'ping' ? (value.match(/[^\t\n\f\r ]+/g) ?? []) : [value]
}

/**
 * Addresses of a `srcset` by the HTML standard (4.8.4.3.10): one ends at white space, so a comma within it is its own; the
 * next begins behind a comma that stands at its end, or behind its descriptors. Candidates with wrong descriptors count.
 */
function splitCandidates(value: string): readonly string[] {
  const addresses: string[] = []
  const candidate = /[^\t\n\f\r ,][^\t\n\f\r ]*/g
  for (let match = candidate.exec(value); match !== null; match = candidate.exec(value)) {
    const [written] = match
    const address = written.replace(/(?<!,),+$/, '')
    addresses.push(address)
    if (address === written) candidate.lastIndex = endOfDescriptors(value, candidate.lastIndex)
  }
  return addresses
}

/** Behind the next comma that stands in no parentheses. */
function endOfDescriptors(value: string, from: number): number {
  const mark = /[,(]/g
  mark.lastIndex = from
  for (let match = mark.exec(value); match?.[0] === '('; match = mark.exec(value)) {
    const close = value.indexOf(')', mark.lastIndex)
    if (close === -1) return value.length
    mark.lastIndex = close + 1
  }
  return mark.lastIndex === 0 ? value.length : mark.lastIndex
}
