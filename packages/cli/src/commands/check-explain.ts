import * as z from 'zod'
import { checkDefinitions } from '@assay/core/checks'
import { createError, fail, nearestWord, ok } from '@assay/core'
import { describeCheck } from '../checks/describe-check.ts'
import { defineCommand } from '../command.ts'
import { present, widthOf } from '../present.ts'

export const command = defineCommand({
  arguments: [{ name: 'id', description: 'Id of the check', required: true }],
  options: {},
  examples: ['assay check explain contains'],
  async run({ arguments: [id = ''] }, context) {
    const check = checkDefinitions.find((each) => each.id === id)
    if (check === undefined) {
      const nearest = nearestWord(
        id,
        checkDefinitions.map((each) => each.id),
      )
      return fail(
        createError('ASSAY-7010', { where: id, ...(nearest && { fix: `did you mean ${nearest}?` }) }),
      )
    }
    const { parameters, prepareWith: _, ...facts } = check
    const schema = z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' })
    present(context, { ...facts, parameters: schema }, describeCheck(check, widthOf(context)))
    return ok(0)
  },
})
