const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')' }
/** Quoted names, texts and patterns within a path: what stands in them opens and closes nothing. */
const literals = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/(?:[^/\\]|\\.)+\/[a-z]*/g

/**
 * What is wrong with the form of a JSONPath, in words; `null`: nothing that can be seen before it meets a case. The
 * library takes a path that is cut off for one that finds nothing.
 */
export function findPathFault(path: string): string | null {
  const bare = path.trim().replaceAll(literals, '_')
  if (bare === '') return 'it is empty'
  if (/[^.]\.$/.test(bare)) return 'a name is missing at its end'
  if (bare.includes('[]')) return 'nothing stands in its [ ]'
  const open: string[] = []
  for (const character of bare) {
    const closer = closers[character]
    if (closer !== undefined) open.push(closer)
    else if (character === ']' || character === ')') {
      if (open.pop() !== character) return `a ${character} closes nothing`
    } else if (open.length > 0 && (character === "'" || character === '"'))
      return `a ${character} is not closed`
  }
  const [missing] = open
  return missing === undefined ? null : `a ${missing} is missing`
}
