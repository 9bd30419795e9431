/** One line of at most `width` characters: white space joined, cut at the end with "…". */
export const fitText = (text: string, width: number): string =>
  cutLine(text.replace(/\s+/g, ' ').trim(), width)

/** A line cut to `width` characters, its inner spaces kept. */
export function cutLine(line: string, width: number): string {
  const characters = Array.from(line)
  if (characters.length <= width) return line
  return width < 1
    ? ''
    : `${characters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`
}

/** Lines of at most `width` characters, broken at spaces; a longer word (a path, a command) stays whole. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length > width && line !== '') {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}
