/** Fenced and inline code, quotations and block quotations: words that are shown, not said. */
const quoted = /```[^]{0,4000}?```|`[^`\n]{1,300}`|"[^"\n]{1,300}"|“[^“”\n]{1,300}”|«[^«»\n]{1,300}»|^>.*$/gm

/** The text with blanks in place of what it quotes, as long as before. */
export const withoutQuotedParts = (text: string): string =>
  text.replaceAll(quoted, (part) => part.replaceAll(/[^\n]/g, ' '))
