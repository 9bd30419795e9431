import type { Result } from '../result.ts'

export interface UserCodeRequest {
  /** `file.ts:function` or `file.py:function`, `command:` with a command of the shell, or an http(s) address for a webhook. */
  readonly where: string
  /** Given to the function as its only argument, by value. */
  readonly input: unknown
  readonly timeoutMs: number
  readonly memoryMb: number
  /** Of a webhook; `${NAME}` is read from the environment. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Runs a user's function outside Assay's process. Fails with ASSAY-7013 when it throws, takes too long or too much. */
export interface UserCode {
  call(request: UserCodeRequest, signal: AbortSignal): Promise<Result<unknown>>
}
