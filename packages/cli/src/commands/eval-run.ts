import { ok, type Result, type RunStore } from '@assay/core'
import { defineCommand, type CommandContext, type OptionsOf } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { reachHub } from '../hub/reach-hub.ts'
import { describeDryRun } from '../evaluation/describe-dry-run.ts'
import { filterOptions, gateOptions, limitOptions, limitsOf } from '../evaluation/evaluation-options.ts'
import { finishEvaluation } from '../evaluation/finish-evaluation.ts'
import { loadCasesToAsk } from '../evaluation/load-cases-to-ask.ts'
import { readReferencePassages } from '../evaluation/reference-base.ts'
import { openConfiguredTarget } from '../evaluation/open-configured-target.ts'
import { openJudge } from '../evaluation/open-judge.ts'
import { checksOf } from '../evaluation/run-checks.ts'
import { chooseRunName } from '../evaluation/choose-run-name.ts'
import { readStopRule } from '../evaluation/read-stop-rule.ts'
import { requireBaseline } from '../evaluation/require-baseline.ts'
import type { EvaluationRequest } from '../evaluation/evaluation-request.ts'
import { driveEvaluation, driveOf, makeEvaluation, type Drive } from '../evaluation/start-evaluation.ts'
import { integerOption, runNameOption, switchOption, textOption } from '../options/option-schemas.ts'
import type { Workspace } from '../workspace.ts'

const options = {
  testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
  target: textOption(
    'Name of a target, or module:PATH, recorded:FILE, python:FILE:FUNCTION, an address',
    'target',
  ),
  kb: textOption('Knowledge base the references point into', 'name'),
  judge: textOption(
    'rules, provider:model, several ("a, b, c", "a*3", "rules then a"), or none: checks decide alone',
    'judge',
  ),
  name: runNameOption('Name of the run (default: target and a number)', 'name'),
  repeat: integerOption('Ask each question so many times'),
  k: integerOption('Documents the retrieval figures look at (default 5)'),
  seed: textOption('Seed of the run', 'seed'),
  stopWhenClear: switchOption('Ask in random order and stop as soon as the answer to the gate is clear'),
  dryRun: switchOption('Say what would be asked and what it would cost, ask nothing'),
  ...filterOptions,
  ...limitOptions,
  ...gateOptions,
  ...hubOptions,
}

export const command = defineCommand({
  arguments: [],
  options,
  examples: [
    'assay eval run --target module:./assistant.ts',
    'assay eval run --judge openai:gpt-5-mini --budget 1 --fail-if "correctness < 0.8"',
  ],
  async run({ options: given }, context): Promise<Result<number>> {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const started = await start(workspace, given, context)
    if (!started.ok) return started
    if (started.value === null) return ok(0)
    const { store, drive } = started.value
    const outcome = await driveEvaluation(workspace, store, drive, context)
    if (!outcome.ok) return outcome
    return finishEvaluation(
      workspace,
      { run: store.manifest.name, baseline: given.baseline, margin: given.margin },
      outcome.value,
      context,
    )
  },
})

type Options = OptionsOf<typeof options>

/** Makes the run; `null`: it was only described. The cases are forgotten when it returns: the run reads them from its folder. */
async function start(
  workspace: Workspace,
  options: Options,
  context: CommandContext,
): Promise<Result<{ readonly store: RunStore; readonly drive: Drive } | null>> {
  const request = await readRequest(workspace, options)
  if (!request.ok) return request
  if (options.dryRun) return printDryRun(workspace, request.value, context)
  const hub = await reachHub(workspace, options, context)
  if (!hub.ok) return hub
  const store = await makeEvaluation(workspace, request.value, context)
  return store.ok ? ok({ store: store.value, drive: driveOf({ ...request.value, hub: hub.value }) }) : store
}

async function readRequest(workspace: Workspace, options: Options): Promise<Result<EvaluationRequest>> {
  const baseline = await requireBaseline(workspace, options)
  if (!baseline.ok) return baseline
  const asked = await loadCasesToAsk(workspace, options.testset, options)
  if (!asked.ok) return asked
  const { cases, file, hash } = asked.value
  const judge = await openJudge(workspace, options.judge ?? workspace.configuration.judge, {
    batch: options.batch,
    isNamedOnly: options.dryRun,
  })
  if (!judge.ok) return judge
  const target = await openConfiguredTarget(workspace, options.target, { isNamedOnly: options.dryRun })
  if (!target.ok) return target
  const passages = await readReferencePassages(workspace, options.kb, cases)
  if (!passages.ok) return passages
  const name = await chooseRunName(workspace, options.name, target.value.target.name)
  const gates = options.failIf ?? workspace.configuration.gates
  const rule = options.stopWhenClear ? readStopRule(gates, options.repeat ?? 1) : null
  if (rule !== null && !rule.ok) return rule
  return ok({
    name,
    cases,
    testSet: { name: file, hash, stale: passages.value.stale },
    contexts: passages.value.contexts,
    knowledgeBase: passages.value.knowledgeBase,
    target: target.value.target,
    targetSettings: target.value.settings,
    judge: judge.value,
    checks: checksOf(workspace),
    repeats: options.repeat ?? 1,
    quarantineFlaky: options.quarantineFlaky,
    retrievalDepth: options.k ?? 5,
    seed: options.seed ?? 1,
    gates,
    ...(rule === null ? {} : { stopWhenClear: rule.value }),
    limits: limitsOf(workspace, options),
    description: workspace.configuration.description,
    batch: options.batch,
    useCache: !options.noCache,
  })
}

async function printDryRun(
  workspace: Workspace,
  request: EvaluationRequest,
  context: CommandContext,
): Promise<Result<null>> {
  await request.target.close()
  const described = await describeDryRun(workspace, request, context)
  return described.ok ? ok(null) : described
}
