import { ok } from '@assay/core'
import { readDocument, readEvaluation, readTestSet } from '@assay/storage/postgres'
import {
  linksOfEvaluation,
  usersOfDocument,
  usersOfTestSet,
  usesOfDocument,
} from '../documents/lineage-of.ts'
import type { Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

export const lineageHandlers: Handlers<'getLineage'> = {
  async getLineage({ params: { projectId, thingId }, query: { version = null } }, { control }) {
    const document = await readDocument(control, projectId, thingId)
    if (document !== null) {
      if (version !== null && version > document.version) return notThere(`version ${version}`)
      const uses = await usesOfDocument(control, document, version ?? document.version)
      return ok({ links: [...uses, ...(await usersOfDocument(control, document, version))] })
    }
    const testSet = await readTestSet(control, projectId, thingId)
    if (testSet !== null) {
      if (version !== null && version > testSet.version) return notThere(`version ${version}`)
      return ok({ links: [...(await usersOfTestSet(control, testSet, version))] })
    }
    const evaluation = await readEvaluation(control, thingId)
    return evaluation === null || evaluation.projectId !== projectId
      ? notThere(thingId)
      : ok({ links: [...(await linksOfEvaluation(control, evaluation))] })
  },
}
