/**
 * The body of a function for the code of an assertion, as promptfoo makes it: one line returns its expression, or the
 * one after its declarations; a body of several lines returns by itself.
 */
export function toFunctionBody(code: string): string {
  const text = code.trim()
  if (text.includes('\n')) return text
  const line = text.replace(/[;\s]+$/, '')
  if (/^return\b/.test(line)) return line
  return /^(?:const|let|var)\s/.test(line) ? returnLast(line) : `return ${line}`
}

function returnLast(line: string): string {
  const end = maskNested(line).lastIndexOf(';') + 1
  return end === 0 ? line : `${line.slice(0, end)} return ${line.slice(end).trim()}`
}

const literals =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\/\/.*$|\/\*.*?\*\/|(?<=(?:^|[;,=:!&|?([{}])\s*)\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\//g
const innermostPair = /[([{][^()[\]{}]*[)\]}]/g

/** The line with its literals, comments and whatever stands in brackets blotted out, at the same length. */
function maskNested(line: string): string {
  const blot = (part: string): string => '_'.repeat(part.length)
  let [masked, before] = [line.replaceAll(literals, blot), '']
  while (masked !== before) [masked, before] = [masked.replaceAll(innermostPair, blot), masked]
  return masked
}
