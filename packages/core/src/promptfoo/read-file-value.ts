import type { ImportTools } from './import-tools.ts'

/** What stands in a file that is named in the place of a value: text without the space around it, or data. promptfoo fills no variables into it. */
export class FileValue {
  readonly content: unknown

  constructor(content: unknown) {
    this.content = content
  }
}

/** A value that cannot be read, in words that follow "its value" or the like. */
export class UnreadValue {
  readonly problem: string

  constructor(problem: string) {
    this.problem = problem
  }
}

const codeFile = /\.(?:[cm]?[jt]s|py|rb)(?::[^/]*)?$/
const mediaFile = /\.(?:pdf|jpe?g|png|gif|bmp|webp|svg|mp[34]|webm|ogg|mov|avi|wmv|mkv|m4[av]|wav|flac)$/i

/** A `FileValue` or an `UnreadValue` for a value that names a file as `file://path`; any other value as it is. */
export async function readFileValue(value: unknown, readData: ImportTools['readData']): Promise<unknown> {
  if (typeof value !== 'string') return value
  if (value.startsWith('package:')) return new UnreadValue(`comes from the package ${value}`)
  if (!value.startsWith('file://')) return value
  const path = value.slice('file://'.length)
  if (codeFile.test(path)) return new UnreadValue(`comes from code: ${value}`)
  if (mediaFile.test(path)) return new UnreadValue(`stands in a file without text: ${value}`)
  const data = await readData(path)
  if (data === null) return new UnreadValue(`stands in ${value}, which cannot be read`)
  return new FileValue(typeof data === 'string' ? data.trim() : data)
}
