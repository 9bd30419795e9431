import type { CheckUse } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { prepareChecks, type PreparedCheck } from '@assay/core/checks'
import type { Workspace } from '../workspace.ts'
import { readParameters, type Parameters } from './read-parameters.ts'

export interface NamedCheckOptions extends Partial<Pick<CheckUse, 'on' | 'not'>> {
  /** `key=value`, as typed. */
  readonly param?: readonly string[] | undefined
  readonly threshold?: number | undefined
}

/** The check of an id, as the command line describes it. Parameters are meant as JSON; where the check refuses that, as text: `--param phrases=7`. */
export function prepareNamedCheck(
  { configuration }: Pick<Workspace, 'configuration'>,
  id: string,
  { param = [], on, not, threshold }: NamedCheckOptions,
): Result<PreparedCheck> {
  const { checkSets: sets, checkTemplates: templates } = configuration
  const parameters = readParameters(param)
  if (!parameters.ok) return parameters
  const asJson = prepare(parameters.value.asJson)
  if (asJson.ok) return asJson
  const asText = prepare(parameters.value.asText)
  return asText.ok ? asText : asJson

  function prepare(values: Parameters): Result<PreparedCheck> {
    const use: CheckUse = {
      check: id,
      parameters: { ...values },
      ...(on === undefined ? {} : { on }),
      ...(not === true ? { not } : {}),
      ...(threshold === undefined ? {} : { threshold }),
    }
    const prepared = prepareChecks([use], { sets, templates })
    if (!prepared.ok) return prepared
    const [check] = prepared.value
    return check === undefined ? fail(createError('ASSAY-7010', { where: id })) : ok(check)
  }
}
