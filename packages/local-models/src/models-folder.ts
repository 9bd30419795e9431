import os from 'node:os'
import path from 'node:path'

/** Where the weights lie: `override` (from the environment or a flag), else `~/.cache/assay/models`. */
export const resolveModelsFolder = (override?: string): string =>
  override ? path.resolve(override) : path.join(os.homedir(), '.cache', 'assay', 'models')
