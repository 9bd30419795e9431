import type { CheckCase, CheckVerdict, ModelRequest } from '@assay/contracts'
import type { CheckPorts } from '@assay/core/checks'
import { createCheckPorts } from './check-ports.ts'

export interface ScriptedCheck {
  readonly check: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly given: CheckCase
  /** What the model replies, call by call: values become JSON, texts stay as they are. */
  readonly replies?: readonly unknown[]
  readonly ports?: Partial<CheckPorts>
}

/** Runs one check on one case with a scripted model, and keeps what the model was asked. */
export async function runScriptedCheck({
  check,
  parameters = {},
  given,
  replies = [],
  ports = {},
}: ScriptedCheck): Promise<{ readonly verdict: CheckVerdict; readonly requests: readonly ModelRequest[] }> {
  // All checks with their engines: loaded by tests that run one.
  const { prepareChecks } = await import('@assay/core/checks')
  const prepared = prepareChecks([{ check, parameters: { ...parameters } }])
  const [ready] = prepared.ok ? prepared.value : []
  if (ready === undefined) throw new Error(`no check: ${JSON.stringify(prepared)}`)
  const standard = createCheckPorts(replies)
  const requests: ModelRequest[] = []
  const model: CheckPorts['model'] = (id) => {
    const caller = standard.model(id)
    if (caller === null) return null
    const call = (request: ModelRequest) => {
      requests.push(request)
      return caller.call(request)
    }
    return { id: caller.id, call }
  }
  return { verdict: await ready.run(given, { ...standard, model, ...ports }), requests }
}
