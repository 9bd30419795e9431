import { createError, fail, ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { pullLocalModels } from '../compose-local-models.ts'
import { present } from '../present.ts'

export const command = defineCommand({
  arguments: [],
  options: {},
  examples: ['assay models pull'],
  async run(_input, context) {
    const pulled = await pullLocalModels(context)
    if (pulled === null) return fail(createError('ASSAY-8004'))
    if (!pulled.ok) return pulled
    present(context, pulled.value, pulled.value.map(({ name, file }) => `${name}  ${file}`).join('\n'))
    return ok(0)
  },
})
