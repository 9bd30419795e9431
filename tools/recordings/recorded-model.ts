import type { ModelRequest } from '@assay/contracts'
import { createError, fail, ok, type ModelCaller } from '@assay/core'
import { callKey } from '@assay/core/runs'
import { sha256 } from '@assay/storage/files'
import { unpackAnswer } from './pack-answer.ts'

/** One answer of a real model: what it was asked is known by the hash alone. */
export interface Recording {
  readonly key: string
  /** See `packAnswer`. */
  readonly answer: string
  /** Which kind of model answered. */
  readonly by: string
  /** Day of the answer. */
  readonly at: string
}

export interface RecordedModel extends ModelCaller {
  /** Requests that have no recording, by key: a changed prompt asks others. */
  readonly missing: ReadonlyMap<string, ModelRequest>
}

/** Answers from recordings; what was never asked is pending (ASSAY-5001) and noted. */
export function createRecordedModel(recordings: readonly Recording[]): RecordedModel {
  const model = { id: 'recorded:large', provider: 'recorded' }
  const known = new Map(recordings.map((recording) => [recording.key, recording]))
  const missing = new Map<string, ModelRequest>()
  return {
    id: model.id,
    missing,
    async call(request) {
      const key = callKey(sha256, model, request)
      const recording = known.get(key)
      if (recording === undefined) {
        missing.set(key, request)
        return fail(createError('ASSAY-5001', { where: key }))
      }
      return ok({
        text: unpackAnswer(recording.answer, request),
        finishReason: 'stop',
        usage: { input: null, output: null },
        returnedModel: recording.by,
        latencyMs: 0,
      })
    },
  }
}
