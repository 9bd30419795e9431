import type { EvaluationConfiguration, MatrixSummary, TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  defaultMargin,
  expandMatrix,
  summariseMatrix,
  type MatrixAxes,
  type MatrixSetting,
  type MatrixSide,
} from '@assay/core/evaluation'
import { readSpending, type Spending } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'
import { evaluateOrGoOn } from './evaluate-or-go-on.ts'
import { openConfiguredTarget, type OpenedTarget } from './open-configured-target.ts'
import { readSide } from './read-report.ts'
import type { EvaluationRequest } from './evaluation-request.ts'

export interface MatrixRequest {
  readonly name: string
  readonly axes: MatrixAxes
  readonly common: Omit<EvaluationRequest, 'name' | 'target' | 'targetSettings'>
  readonly margin: number | undefined
}

/**
 * Settings are evaluated one after the other, each as a run of its own: `NAME-1`, `NAME-2`, …; a stopped matrix goes on
 * where it stood. Caps hold for all settings together.
 */
export async function runMatrix(
  workspace: Workspace,
  { name, axes, common, margin }: MatrixRequest,
  context: CommandContext,
): Promise<Result<MatrixSummary>> {
  const settings = expandMatrix(axes)
  const sides: MatrixSide[] = []
  const spent = { calls: 0, tokens: 0, costUsd: 0 }
  const openable = await tryTargets(workspace, settings)
  if (!openable.ok) return openable
  for (const [index, setting] of settings.entries()) {
    context.output.error(`${index + 1} of ${settings.length}  ${setting.label}\n`)
    const run = `${name}-${index + 1}`
    const target = await openSetting(workspace, setting)
    if (!target.ok) return target
    const limits = { ...common.limits, ...capsLeft(common.limits, spent) }
    const request = {
      ...common,
      limits,
      name: run,
      target: target.value.target,
      targetSettings: target.value.settings,
    }
    const outcome = await evaluateOrGoOn(workspace, request, context)
    if (!outcome.ok) return outcome
    const reason = outcome.value?.reason ?? null
    if (reason !== null)
      return fail(
        createError(reason.code, { ...reason, fix: `go on with the same command and --name ${name}` }),
      )
    const side = await readMatrixSide(workspace, run, setting, spent)
    if (!side.ok) return side
    sides.push(side.value)
  }
  return ok(summariseMatrix(name, sides, margin ?? defaultMargin))
}

/** A target that cannot be opened is told before the first is asked. */
async function tryTargets(workspace: Workspace, settings: readonly MatrixSetting[]): Promise<Result<void>> {
  for (const setting of settings) {
    const opened = await openSetting(workspace, setting)
    if (!opened.ok) return opened
    await opened.value.target.close()
  }
  return ok(undefined)
}

/** The label begins with the target's own name in `assay.yaml` where several are crossed. */
function nameOf(name: string, target: string, label: string): string {
  const rest =
    label === target ? '' : label.startsWith(`${target} · `) ? label.slice(target.length + 3) : label
  return rest === '' ? name : `${name} · ${rest}`
}

/** The target with the prompt and the parameters of the setting, under the setting's name. */
async function openSetting(
  workspace: Workspace,
  { target, prompt, parameters, label }: MatrixSetting,
): Promise<Result<OpenedTarget>> {
  const change = (settings: TargetConfiguration): TargetConfiguration => ({
    ...settings,
    name: nameOf(settings.name ?? target, target, label),
    ...(prompt === null ? {} : { prompt }),
    ...(Object.keys(parameters).length === 0
      ? {}
      : { parameters: { ...settings.parameters, ...parameters } }),
  })
  return openConfiguredTarget(workspace, target, { change })
}

type Limits = EvaluationConfiguration['limits']
type Spent = { -readonly [K in 'calls' | 'tokens' | 'costUsd']: number }

const capsLeft = ({ budgetUsd, budgetCalls, budgetTokens }: Limits, spent: Spent): Partial<Limits> => ({
  ...(budgetUsd === undefined ? {} : { budgetUsd: Math.max(0, budgetUsd - spent.costUsd) }),
  ...(budgetCalls === undefined ? {} : { budgetCalls: Math.max(0, budgetCalls - spent.calls) }),
  ...(budgetTokens === undefined ? {} : { budgetTokens: Math.max(0, budgetTokens - spent.tokens) }),
})

async function readMatrixSide(
  workspace: Workspace,
  run: string,
  { label }: MatrixSetting,
  spent: Spent,
): Promise<Result<MatrixSide>> {
  const side = await readSide(workspace, run)
  if (!side.ok) return side
  const { summary, reader, finished } = side.value
  const spending: Spending = await readSpending(reader)
  spent.calls += spending.calls
  spent.tokens += spending.tokens
  spent.costUsd += spending.costUsd
  const answers = new Map<string, string[]>()
  for await (const { caseId, answer } of finished.rows('attempts')) {
    if (answer === null) continue
    const hash = workspace.hash(answer.text)
    answers.set(caseId, [...(answers.get(caseId) ?? []), hash])
  }
  return ok({ setting: label, summary, answers })
}
