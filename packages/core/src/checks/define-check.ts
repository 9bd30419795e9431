import * as z from 'zod'
import { createError } from '../errors/create-error.ts'
import { nearestWord } from '../nearest-word.ts'
import { fail } from '../result.ts'
import type { Check, CheckDefinition } from './check.ts'
import { describeIssue } from './describe-issue.ts'

/** A check whose parameters are read by its own schema; a wrong or unknown one is an error that names it. */
export function defineCheck<Parameters extends z.ZodType>(definition: CheckDefinition<Parameters>): Check {
  const { prepare, ...description } = definition
  return {
    ...description,
    prepareWith(parameters, context) {
      const parsed = definition.parameters.safeParse(parameters)
      return parsed.success
        ? prepare(parsed.data, context)
        : fail(describeProblem(definition, parameters, parsed.error))
    },
  }
}

function describeProblem(
  { id, parameters: schema }: Pick<Check, 'id' | 'parameters'>,
  given: unknown,
  { issues }: z.ZodError,
) {
  // An unknown key explains a missing one: it is named first.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  const path = [id, ...(issue?.path ?? [])].join('.')
  if (issue?.code !== 'unrecognized_keys')
    return createError('ASSAY-7011', {
      where: issue === undefined ? path : `${path}${describeIssue(issue, given)}`,
      fix: `see what it takes with \`assay check explain ${id}\``,
    })
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const [key = ''] = issue.keys
  const nearest = nearestWord(key, known)
  const takes = known.length === 0 ? 'it takes no parameters' : `known: ${known.join(', ')}`
  return createError('ASSAY-7011', {
    where: `${path}.${key}`,
    message: `The check ${id} has no parameter ${key}`,
    fix: nearest === null ? takes : `did you mean ${nearest}?`,
  })
}
