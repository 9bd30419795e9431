/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
export const toStorableText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

/** JSON of a value that holds texts of models or of other programs. */
export const toStorableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? toStorableText(part) : part))
