import type { ExchangeFormatId } from './exchange-format.ts'

/** The format by what stands in the text; `null`: none that is known. */
export function detectFormat(text: string): ExchangeFormatId | null {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  const [firstLine = ''] = start.split(/\r?\n/)
  const keys = keysOf(firstLine)
  if (keys !== null && keys.includes('referenceClaims')) return 'jsonl'
  if (keys !== null && keys.includes('reference_answer')) return 'raget'
  if (/^[{[]/.test(start)) return keysOf(start) === null && !start.startsWith('[') ? null : 'hub-json'
  if (/(?:^|[,;\t])"?user_message"?(?:[,;\t]|$)/.test(firstLine)) return 'hub-csv'
  return /[,;\t]/.test(firstLine) ? 'csv' : null
}

function keysOf(json: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null
  } catch {
    return null
  }
}
