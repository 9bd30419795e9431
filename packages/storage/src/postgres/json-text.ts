/** JSON as PostgreSQL takes it: half of a surrogate pair, which it refuses, becomes U+FFFD as in UTF-8. */
export const toJsonText = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (escape) =>
    escape === String.raw`\\` ? escape : String.raw`\ufffd`,
  )
