import { defineCommand } from '../command.ts'
import { packTestCasesAsync } from '@assay/core/testsets/format'
import { openWorkspace } from '../compose.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { reachHub } from '../hub/reach-hub.ts'
import { chooseRunName } from '../evaluation/choose-run-name.ts'
import { gateOptions, limitOptions, limitsOf } from '../evaluation/evaluation-options.ts'
import { finishEvaluation } from '../evaluation/finish-evaluation.ts'
import { openJudge } from '../evaluation/open-judge.ts'
import { checksOf, hasChecks } from '../evaluation/run-checks.ts'
import { readEvaluationConfiguration } from '../evaluation/read-evaluation-configuration.ts'
import { requireBaseline } from '../evaluation/require-baseline.ts'
import { createReplayTarget } from '../evaluation/replay-target.ts'
import { startEvaluation } from '../evaluation/start-evaluation.ts'
import { integerOption, runNameOption, textOption } from '../options/option-schemas.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Run whose stored answers are judged', required: true }],
  options: {
    judge: textOption('rules, or provider:model', 'judge'),
    name: runNameOption('Name of the new run (default: the run and a number)', 'name'),
    k: integerOption('Documents the retrieval figures look at'),
    ...limitOptions,
    ...gateOptions,
    ...hubOptions,
  },
  examples: ['assay eval score assistant-1 --judge openai:gpt-5-mini', 'assay eval score assistant-1 --k 10'],
  async run({ arguments: [run = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const baseline = await requireBaseline(workspace, options)
    if (!baseline.ok) return baseline
    const reader = await workspace.runs.read(run)
    if (!reader.ok) return reader
    const configuration = readEvaluationConfiguration(reader.value.manifest)
    if (!configuration.ok) return configuration
    const stored = configuration.value
    const cases = await packTestCasesAsync(reader.value.rows('cases'))
    const contexts = await Array.fromAsync(reader.value.rows('contexts'))
    const target = await createReplayTarget(workspace, run)
    if (!target.ok) return target
    const judge = await openJudge(workspace, options.judge ?? stored.judge.id, { batch: options.batch })
    if (!judge.ok) return judge
    const hub = await reachHub(workspace, options, context)
    if (!hub.ok) return hub
    const name = await chooseRunName(workspace, options.name, `${run}-scored`)
    const outcome = await startEvaluation(
      workspace,
      {
        name,
        cases,
        testSet: stored.testSet,
        contexts,
        knowledgeBase: stored.knowledgeBase,
        target: target.value,
        targetSettings: stored.target.settings,
        judge: judge.value,
        checks: hasChecks(workspace) ? checksOf(workspace) : stored,
        repeats: stored.repeats,
        quarantineFlaky: options.quarantineFlaky || stored.quarantineFlaky,
        retrievalDepth: options.k ?? stored.retrievalDepth,
        seed: reader.value.manifest.seed,
        gates: options.failIf ?? stored.gates,
        limits: limitsOf(workspace, options),
        description: stored.description,
        batch: options.batch,
        answersOf: run,
        useCache: !options.noCache,
        hub: hub.value,
      },
      context,
    )
    if (!outcome.ok) return outcome
    return finishEvaluation(
      workspace,
      { run: name, baseline: options.baseline, margin: options.margin },
      outcome.value,
      context,
    )
  },
})
