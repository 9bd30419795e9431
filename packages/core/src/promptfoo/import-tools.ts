import type { Hash } from '../ports/hash.ts'

/** What the import needs of the machine it runs on. */
export interface ImportTools {
  readonly hash: Hash
  /** Data of a YAML, JSON or JSON Lines file, text of any other; `null`: it cannot be read. */
  readonly readData: (file: string) => Promise<unknown>
  /** Data of YAML or JSON text; `undefined`: it is neither. */
  readonly readYaml: (text: string) => unknown
  /** Whether JavaScript code is the body of an asynchronous function; it is not run. */
  readonly isFunctionBody: (code: string) => boolean
}
