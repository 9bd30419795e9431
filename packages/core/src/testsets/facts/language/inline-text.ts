const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

/** Inline Markdown as readable text: code keeps its backticks, links and emphasis keep their words. Lines are joined. */
export function inlineText(raw: string): string {
  const withCode = raw
    .replace(/<code>(?:\s|<b>)*([^<`]*?)(?:\s|<\/b>)*<\/code>/gi, '`$1`')
    .replace(/``+ ?([^`]*) ?``+/g, '`$1`')
  // What stands in code is no Markdown: `[A-Z][a-z]` is no link.
  const codes: string[] = []
  const plain = withoutMarks(
    withCode
      .replace(/`[^`]*`/g, (code) => `\uE000${codes.push(code) - 1}\uE001`)
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\[((?:[^\][]|\[[^\]]*\])*)\]\((?:[^()]|\([^)]*\))*\)/g, '$1')
      .replace(/\[([^\][]+)\]\[[^\]]*\]/g, '$1'),
  )
  return plain
    .replace(/\uE000(\d+)\uE001/g, (_, at: string) => codes[Number(at)] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

const withoutMarks = (text: string): string =>
  text
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(?<!\w)(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__)(?!\w)/g, '')
    .replace(/(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\\([\\`*_{}[\]()#+.!|<>-])/g, '$1')
