export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string
  /** As written, character references included; `null`: the name stands alone. */
  readonly value: string | null
}

export interface HtmlToken {
  readonly kind: 'start' | 'end' | 'comment'
  /** The element's, in lower case; empty for a comment. */
  readonly name: string
  readonly attributes: readonly HtmlAttribute[]
  readonly start: number
  readonly end: number
  /** How the text leaves it: a value in quotes without their end takes in whatever stands behind the text. */
  readonly left: 'closed' | 'open' | 'in quotes'
}

type Attributes = Pick<HtmlToken, 'attributes' | 'end' | 'left'>

/**
 * The tags and comments a browser would see, by the tokenizer of the HTML standard (13.2.5), in linear time. All text is
 * read as ordinary content: what stands in a `textarea` or a script is read too.
 */
export function* scanHtml(text: string): Generator<HtmlToken> {
  const markup = /<(?:(?<slash>\/?)(?<name>[A-Za-z][^\t\n\f\r />]*)|[!?]|\/(?=[^]))/g
  for (let match = markup.exec(text); match !== null; match = markup.exec(text)) {
    const { name, slash } = match.groups ?? {}
    const token =
      name === undefined
        ? readComment(text, match.index)
        : ({
            kind: slash === '/' ? 'end' : 'start',
            name: name.toLowerCase(),
            start: match.index,
            ...readAttributes(text, markup.lastIndex),
          } as const)
    yield token
    markup.lastIndex = token.end
  }
}

/** `<!-- -->`, and what browsers take for a comment: `<!x>`, `<?x>` and `</>` end at the next `>`. */
function readComment(text: string, start: number): HtmlToken {
  const end = endOfComment(text, start)
  return {
    kind: 'comment',
    name: '',
    attributes: [],
    start,
    end: end ?? text.length,
    left: end === null ? 'open' : 'closed',
  }
}

function endOfComment(text: string, start: number): number | null {
  for (const empty of ['<!-->', '<!--->']) if (text.startsWith(empty, start)) return start + empty.length
  const [ending, length] = text.startsWith('<!--', start) ? [/--!?>/g, 4] : [/>/g, 2]
  ending.lastIndex = start + length
  return ending.test(text) ? ending.lastIndex : null
}

/** From behind the tag's name up to its `>`. */
function readAttributes(text: string, from: number): Attributes {
  const attributes: HtmlAttribute[] = []
  for (let at = skip(/[\t\n\f\r /]*/y, text, from); ; at = skip(/[\t\n\f\r /]*/y, text, at)) {
    if (at >= text.length) return { attributes, end: text.length, left: 'open' }
    if (text[at] === '>') return { attributes, end: at + 1, left: 'closed' }
    // An equals sign that no name stands before begins a name.
    const nameEnd = skip(/[^\t\n\f\r />=]*/y, text, at + 1)
    const name = text.slice(at, nameEnd).toLowerCase()
    const sign = skip(/[\t\n\f\r ]*/y, text, nameEnd)
    at = nameEnd
    if (text[sign] !== '=') attributes.push({ name, value: null })
    else {
      const value = readValue(text, skip(/[\t\n\f\r ]*/y, text, sign + 1))
      attributes.push({ name, value: value.text })
      if (!value.isEnded) return { attributes, end: text.length, left: 'in quotes' }
      at = value.end
    }
  }
}

/** In quotes it may hold anything but them; without, it ends at white space or `>`. */
function readValue(text: string, at: number): { text: string; end: number; isEnded: boolean } {
  const quote = text[at]
  if (quote !== '"' && quote !== "'") {
    const end = skip(/[^\t\n\f\r >]*/y, text, at)
    return { text: text.slice(at, end), end, isEnded: true }
  }
  const end = text.indexOf(quote, at + 1)
  return end === -1
    ? { text: text.slice(at + 1), end: text.length, isEnded: false }
    : { text: text.slice(at + 1, end), end: end + 1, isEnded: true }
}

/** Where a run of the sticky pattern's characters ends. */
function skip(run: RegExp, text: string, at: number): number {
  run.lastIndex = at
  run.test(text)
  return run.lastIndex
}
