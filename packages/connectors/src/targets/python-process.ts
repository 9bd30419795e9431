import type { Result } from '@assay/core'
import { pythonRunner } from '../processes/python-runner.ts'
import { startLineProcess, type LineProcess } from '../processes/line-process.ts'

export interface PythonFunction {
  readonly python: string
  /** Absolute. */
  readonly file: string
  readonly name: string
  readonly folder: string
  /** Questions that run at one time. */
  readonly threads: number
}

/** A running Python function; its calls fail with ASSAY-4003. */
export type PythonProcess = Omit<LineProcess, 'pid'>

/** Starts the process and loads the function. Fails with ASSAY-4006 and the trace when that does not work. */
export const startPythonProcess = (code: PythonFunction): Promise<Result<PythonProcess>> =>
  startLineProcess({
    command: code.python,
    arguments: ['-u', pythonRunner, code.file, code.name, String(code.threads)],
    folder: code.folder,
    channel: 'standard',
    where: `${code.file}:${code.name}`,
    subject: 'The target',
    codes: { start: 'ASSAY-4006', call: 'ASSAY-4003' },
  })
