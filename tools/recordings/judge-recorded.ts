import { drawAttacks } from './draw-attacks.ts'
import { drawAnswers, drawDeclines, drawPassages, type ReadData } from './draw-rows.ts'
import { judgeAnswers, judgePassages } from './judge-rows.ts'
import type { JudgedRow } from './judged-row.ts'
import { createRecordedModel, type RecordedModel } from './recorded-model.ts'
import { readRecordings, type RecordedJudge } from './recordings-file.ts'

const judgeWith: Readonly<
  Record<RecordedJudge, (read: ReadData, model: RecordedModel) => Promise<readonly JudgedRow[]>>
> = {
  correctness: (read, model) =>
    judgeAnswers(drawAnswers(read), model, { check: 'correctness', positive: 'correct' }),
  declining: (read, model) =>
    judgeAnswers(drawDeclines(read), model, { check: 'declining', positive: 'declined' }),
  faithfulness: (read, model) => judgePassages(drawPassages(read), model),
  attacks: (_, model) => judgeAnswers(drawAttacks(), model, { check: 'correctness', positive: 'correct' }),
}

/** The judge's verdicts by its recordings, and the requests it would make that nobody answered yet. */
export async function judgeRecorded(judge: RecordedJudge, read: ReadData) {
  const model = createRecordedModel(readRecordings(judge))
  const rows = await judgeWith[judge](read, model)
  return { rows, missing: model.missing }
}
