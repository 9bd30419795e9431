/**
 * Text of others as plain text in GitHub-flavoured Markdown, on one line and in a table cell: no markup, link, image,
 * mention or HTML survives.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]#|~>$]/g, String.raw`\$&`)
    .replaceAll('@', '@<!-- -->')
    .replace(/:\/\/|www\./gi, (match) => `${match[0]}<!-- -->${match.slice(1)}`)
