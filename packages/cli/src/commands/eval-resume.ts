import type { EvaluationConfiguration } from '@assay/contracts'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { reachHub } from '../hub/reach-hub.ts'
import { gateOptions } from '../evaluation/evaluation-options.ts'
import { finishEvaluation } from '../evaluation/finish-evaluation.ts'
import { openJudge } from '../evaluation/open-judge.ts'
import { openStoredTarget } from '../evaluation/open-stored-target.ts'
import { readEvaluationConfiguration } from '../evaluation/read-evaluation-configuration.ts'
import { driveEvaluation } from '../evaluation/start-evaluation.ts'
import { switchOption } from '../options/option-schemas.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Name of the run', required: true }],
  options: {
    retryErrors: switchOption('Ask again what ended in an error'),
    ...gateOptions,
    ...hubOptions,
  },
  examples: ['assay eval resume assistant-1', 'assay eval resume assistant-1 --retry-errors'],
  async run({ arguments: [run = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const hub = await reachHub(workspace, options, context)
    if (!hub.ok) return hub
    const store = await workspace.runs.open(run)
    if (!store.ok) return store
    const configuration = readEvaluationConfiguration(store.value.manifest)
    if (!configuration.ok) {
      await store.value.close()
      return configuration
    }
    const parts = await openParts(configuration.value)
    if (!parts.ok) {
      await store.value.close()
      return parts
    }
    const outcome = await driveEvaluation(
      workspace,
      store.value,
      { ...parts.value, retryErrors: options.retryErrors, hub: hub.value },
      context,
    )
    if (!outcome.ok) return outcome
    return finishEvaluation(
      workspace,
      {
        run,
        baseline: options.baseline,
        margin: options.margin,
        gates: options.failIf,
        ...(options.quarantineFlaky ? { quarantineFlaky: true } : {}),
      },
      outcome.value,
      context,
    )

    async function openParts(stored: EvaluationConfiguration) {
      const target = await openStoredTarget(workspace, stored)
      if (!target.ok) return target
      const judge = await openJudge(workspace, stored.judge.id, { batch: stored.batch })
      return judge.ok ? ({ ok: true, value: { target: target.value, ...judge.value } } as const) : judge
    }
  },
})
