import { createError, fail, ok, type Result } from '@assay/core'

export type Parameters = Readonly<Record<string, unknown>>

/** The two ways a command line can be meant: `7` is a number, or the text "7". A key given twice makes a list. */
export interface ReadParameters {
  readonly asJson: Parameters
  readonly asText: Parameters
}

/** `key=value` pairs. A value that is JSON is read as such in `asJson`; anything else is text. */
export function readParameters(pairs: readonly string[]): Result<ReadParameters> {
  const texts = new Map<string, string[]>()
  for (const pair of pairs) {
    const [, key, text] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    if (key === undefined || text === undefined)
      return fail(createError('ASSAY-1001', { message: `--param ${pair}`, fix: 'write it as key=value' }))
    texts.set(key.trim(), [...(texts.get(key.trim()) ?? []), text])
  }
  const read = (readValue: (text: string) => unknown): Parameters =>
    Object.fromEntries(
      [...texts].map(([key, values]) => {
        const all = values.map(readValue)
        return [key, all.length === 1 ? all[0] : all]
      }),
    )
  return ok({ asJson: read(parseJson), asText: read((text) => text) })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
