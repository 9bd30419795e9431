import { ok, type Result } from '@assay/core'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { reachHub } from '../hub/reach-hub.ts'
import type { Workspace } from '../workspace.ts'
import { filterOptions, gateOptions, limitOptions, limitsOf } from '../evaluation/evaluation-options.ts'
import { loadCasesToAsk } from '../evaluation/load-cases-to-ask.ts'
import { openJudge } from '../evaluation/open-judge.ts'
import { readMatrixAxes } from '../evaluation/read-matrix-axes.ts'
import { readReferencePassages } from '../evaluation/reference-base.ts'
import { checksOf } from '../evaluation/run-checks.ts'
import { runMatrix } from '../evaluation/run-matrix.ts'
import { integerOption, repeatedOption, runNameOption, textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import { renderMatrix } from '../render/terminal/render-matrix.ts'

export const command = defineCommand({
  arguments: [],
  options: {
    target: repeatedOption(
      'A target; repeatable (default: matrix.targets, else the one of assay.yaml)',
      'target',
    ),
    prompt: repeatedOption('A prompt file; repeatable (default: matrix.prompts)', 'file'),
    set: repeatedOption(
      'Values of one parameter, such as temperature=0,0.7; repeatable (default: matrix.parameters)',
      'name=a,b',
    ),
    testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
    kb: textOption('Knowledge base the references point into', 'name'),
    judge: textOption(
      'rules, provider:model, several ("a, b, c", "a*3", "rules then a"), or none: checks decide alone',
      'judge',
    ),
    name: runNameOption('Name of the matrix; one that was stopped goes on by its name', 'name'),
    repeat: integerOption('Ask each question so many times; repeatability needs two or more'),
    seed: textOption('Seed of the runs', 'seed'),
    ...filterOptions,
    ...limitOptions,
    margin: gateOptions.margin,
    ...hubOptions,
  },
  examples: [
    'assay eval matrix --target module:./v1.ts --target module:./v2.ts',
    'assay eval matrix --set temperature=0,0.7 --prompt short.txt --prompt long.txt --repeat 3',
  ],
  async run({ options }, context): Promise<Result<number>> {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const axes = await readMatrixAxes(workspace, options)
    if (!axes.ok) return axes
    const asked = await loadCasesToAsk(workspace, options.testset, options)
    if (!asked.ok) return asked
    const { cases, file, hash } = asked.value
    const judge = await openJudge(workspace, options.judge ?? workspace.configuration.judge, {
      batch: options.batch,
    })
    if (!judge.ok) return judge
    const passages = await readReferencePassages(workspace, options.kb, cases)
    if (!passages.ok) return passages
    const hub = await reachHub(workspace, options, context)
    if (!hub.ok) return hub
    const name = options.name ?? (await chooseMatrixName(workspace))
    const done = await runMatrix(
      workspace,
      {
        name,
        axes: axes.value,
        margin: options.margin,
        common: {
          cases,
          testSet: { name: file, hash, stale: passages.value.stale },
          contexts: passages.value.contexts,
          knowledgeBase: passages.value.knowledgeBase,
          judge: judge.value,
          checks: checksOf(workspace),
          repeats: options.repeat ?? 1,
          retrievalDepth: 5,
          seed: options.seed ?? 1,
          gates: [],
          limits: limitsOf(workspace, options),
          description: workspace.configuration.description,
          batch: options.batch,
          useCache: !options.noCache,
          hub: hub.value,
        },
      },
      context,
    )
    if (!done.ok) return done
    present(context, done.value, renderMatrix(done.value, widthOf(context)))
    return ok(0)
  },
})

/** `matrix-1`, or the next number no run of an earlier matrix has. */
async function chooseMatrixName({ runs }: Workspace): Promise<string> {
  const names = (await runs.list()).map((run) => run.name)
  let number = 1
  while (names.some((name) => name.startsWith(`matrix-${number}-`))) number += 1
  return `matrix-${number}`
}
