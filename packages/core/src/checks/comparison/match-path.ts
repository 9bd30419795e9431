/** Whether a path such as `$.items[2].id` is one of some patterns; `*` stands for one key or index: `$.items[*].id`. */
export function createPathMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false
  const wanted = patterns.map(splitPath)
  return (path) => {
    const parts = splitPath(path)
    return wanted.some(
      (pattern) =>
        pattern.length === parts.length &&
        pattern.every((part, index) => part === '*' || part === parts[index]),
    )
  }
}

const step = /\.([^.[\]]+)|\[("(?:[^"\\]|\\.)*"|'[^']*'|[^\]]+)\]/g

/** Keys and indexes, however they are written: `.id`, `["id"]` and `['id']` are one. */
function splitPath(path: string): readonly string[] {
  return Array.from(path.matchAll(step), ([, key, bracketed = '']) => key ?? unquote(bracketed))
}

function unquote(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1)
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}
