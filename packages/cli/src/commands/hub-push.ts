import { createError, fail, ok, type Result } from '@assay/core'
import { formatCount, formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { testSetFile } from '../evaluation/load-test-set.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { requireHub, type HubAccess } from '../hub/open-hub.ts'
import { pushKnowledgeBase } from '../hub/push-knowledge-base.ts'
import { pushRun } from '../hub/push-run.ts'
import { pushTestSet } from '../hub/push-test-set.ts'
import { chooseKnowledgeBase } from '../knowledge/choose-knowledge-base.ts'
import { switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [
    { name: 'what', description: 'run, testset or kb', required: true },
    { name: 'name', description: 'Name of the run or knowledge base, file of the test set', required: false },
  ],
  options: {
    name: textOption("Test sets: its name in the hub (default: the file's)", 'name'),
    active: switchOption('Test sets: send drafts as active cases'),
    ...hubOptions,
  },
  examples: [
    'assay hub push run assistant-1',
    'assay hub push testset testset.jsonl --name "Support questions"',
    'assay hub push kb docs',
  ],
  async run({ arguments: [what = '', given], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const push = pushes[what]
    if (push === undefined) return fail(notKnown(what))
    const hub = await requireHub(opened.value, options, context)
    if (!hub.ok) return hub
    return push({
      workspace: opened.value,
      hub: hub.value,
      given,
      name: options.name,
      isActive: options.active,
      context,
    })
  },
})

interface Push {
  readonly workspace: Workspace
  readonly hub: HubAccess
  readonly given: string | undefined
  readonly name: string | undefined
  readonly isActive: boolean
  readonly context: CommandContext
}

const pushes: Readonly<Record<string, (push: Push) => Promise<Result<number>>>> = {
  async run({ workspace, hub, given, context }) {
    if (given === undefined)
      return fail(
        createError('ASSAY-1001', {
          message: 'It is not clear which run is meant',
          fix: 'name it: assay hub push run NAME; assay eval show lists the runs',
        }),
      )
    const pushed = await pushRun(workspace, hub, { name: given }, context)
    if (!pushed.ok) return pushed
    const { name, rows, there, status, page } = pushed.value
    const before = there === 0 ? '' : `, ${formatCount(there)} of them before`
    present(
      context,
      pushed.value,
      `${name} is in the hub, ${status}: ${formatCounted(rows, 'row')}${before}\n  page  ${page}`,
    )
    return ok(0)
  },
  async testset({ workspace, hub, given, name, isActive, context }) {
    const file = testSetFile(workspace, given)
    const pushed = await pushTestSet(workspace, hub, { file, name: name ?? nameOf(file), isActive }, context)
    if (!pushed.ok) return pushed
    const { added, changed, same, onlyThere, version } = pushed.value
    const lines = [
      `${pushed.value.name} in the hub, version ${version}: ${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(same)} as they were`,
      ...(onlyThere === 0
        ? []
        : [
            `  ${formatCounted(onlyThere, 'case')} of the hub ${onlyThere === 1 ? 'is' : 'are'} not in ${file} and ${onlyThere === 1 ? 'stays' : 'stay'}`,
          ]),
    ]
    present(context, pushed.value, lines.join('\n'))
    return ok(0)
  },
  async kb({ workspace, hub, given, context }) {
    const chosen = await chooseKnowledgeBase(workspace, given)
    if (!chosen.ok) return chosen
    const pushed = await pushKnowledgeBase(workspace, hub, chosen.value)
    if (!pushed.ok) return pushed
    const { name, version, outcome } = pushed.value
    const words = outcome === 'same' ? 'as it was' : outcome === 'made' ? 'made' : 'a new version'
    present(context, pushed.value, `Knowledge base ${name} in the hub: version ${version}, ${words}`)
    return ok(0)
  },
}

/** The name of a file without its folder and its ending. */
const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/(?<=.)\.[^.]+$/, '')

const notKnown = (what: string) =>
  createError('ASSAY-1001', {
    message: `${what} is nothing that can be sent or fetched`,
    fix: 'write it as: assay hub push run NAME, testset FILE, or kb NAME',
  })
