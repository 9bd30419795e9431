import { ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import { deleteWorkKeys, insertApiKey } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import type { JobKeys } from '../jobs/job-keys.ts'
import { createSecretToken, hashSecretToken } from './secret-token.ts'

/** Keys for the processes of evaluations. They hold what their owner holds, at most `read` and `run`, in one project. */
export function createJobKeys({
  control,
  clock,
  random,
}: Pick<Hub, 'control' | 'clock' | 'random'>): JobKeys {
  const keysOf = ({ evaluationId, projectId }: Parameters<JobKeys['end']>[0]) => ({
    projectId,
    name: `evaluation ${evaluationId}`,
  })
  return {
    async make({ evaluationId, projectId, ownerId, hours }): Promise<Result<{ secret: string }>> {
      const of = keysOf({ evaluationId, projectId })
      await deleteWorkKeys(control, of)
      const secret = `assay_${createSecretToken()}`
      const now = clock.now()
      await insertApiKey(control, {
        ...of,
        id: createId(clock, random),
        prefix: 'assay_',
        secretHash: hashSecretToken(secret),
        ownerId,
        rights: ['read', 'run'],
        at: new Date(now).toISOString(),
        expiresAt: new Date(now + hours * 3_600_000).toISOString(),
      })
      return ok({ secret })
    },
    end: (job) => deleteWorkKeys(control, keysOf(job)),
  }
}
