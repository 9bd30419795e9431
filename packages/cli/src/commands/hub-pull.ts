import { createError, fail, ok, type Result } from '@assay/core'
import { formatTestSet } from '@assay/core/testsets/format'
import { formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { requireHub, type HubAccess } from '../hub/open-hub.ts'
import { pullRun } from '../hub/pull-run.ts'
import { pullTestSet } from '../hub/pull-test-set.ts'
import { integerOption, runNameOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [
    { name: 'what', description: 'run or testset', required: true },
    { name: 'name', description: 'Id of the evaluation, name of the test set', required: true },
  ],
  options: {
    name: runNameOption('Runs: name of the folder (default: the name of the run)', 'name'),
    out: textOption('Test sets: file to write (default: NAME.jsonl)', 'file'),
    version: { ...integerOption('Test sets: an earlier version'), flag: 'set-version' },
    force: switchOption('Test sets: replace a file that says something else'),
    ...hubOptions,
  },
  examples: [
    'assay hub pull run 0195f3a2-7c1e-7a43-9b1f-2f6f0c9f8d11',
    'assay hub pull testset "Support questions" --out testset.jsonl',
  ],
  async run({ arguments: [what = '', wanted = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    if (what !== 'run' && what !== 'testset')
      return fail(
        createError('ASSAY-1001', {
          message: `${what} is nothing that can be fetched`,
          fix: 'write it as: assay hub pull run ID, or assay hub pull testset NAME',
        }),
      )
    const hub = await requireHub(workspace, options, context)
    if (!hub.ok) return hub
    if (what === 'run') return pull(workspace, { hub: hub.value, wanted, name: options.name }, context)
    const set = await pullTestSet(hub.value, { name: wanted, version: options.version })
    if (!set.ok) return set
    const file = options.out ?? `${set.value.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.jsonl`
    const text = formatTestSet(set.value.cases)
    const saved = await save(workspace, { file, text, force: options.force })
    if (!saved.ok) return saved
    present(
      context,
      { file, name: set.value.name, version: set.value.version, cases: set.value.cases.length },
      `${formatCounted(set.value.cases.length, 'case')} of ${set.value.name}, version ${set.value.version}: ${file}`,
    )
    return ok(0)
  },
})

async function pull(
  workspace: Workspace,
  {
    hub,
    wanted,
    name,
  }: { readonly hub: HubAccess; readonly wanted: string; readonly name: string | undefined },
  context: CommandContext,
): Promise<Result<number>> {
  const pulled = await pullRun(workspace, hub, wanted, { name, context })
  if (!pulled.ok) return pulled
  const { name: run, rows, folder } = pulled.value
  present(
    context,
    pulled.value,
    `${run}: ${rows === 0 ? 'nothing new' : formatCounted(rows, 'row')} in ${folder}\n  next  assay eval show ${run}  |  assay report ${run}`,
  )
  return ok(0)
}

async function save(
  workspace: Workspace,
  { file, text, force }: { readonly file: string; readonly text: string; readonly force: boolean },
): Promise<Result<void>> {
  const there = await workspace.readText(file)
  if (there === text) return ok(undefined)
  if (there !== null && !force)
    return fail(
      createError('ASSAY-3009', {
        message: 'The file says something else',
        where: file,
        fix: 'write another with --out, or replace it with --force',
      }),
    )
  return workspace.writeText(file, text)
}
