import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measureSets } from '../packages/core/src/judging/rules/accuracy/accuracy-sets.ts'
import { labelHaluevalAnswers } from '../packages/core/src/judging/rules/accuracy/label-halueval-answers.ts'
import { labelXquadAnswers } from '../packages/core/src/judging/rules/accuracy/label-xquad-answers.ts'
import { judgeLabelled } from '../packages/core/src/judging/rules/accuracy/measure-accuracy.ts'

/** Measures the rule-based judge on the labelled sets and writes what reports show of its error. Run after a change of its rules. */
const root = fileURLToPath(new URL('..', import.meta.url))
const data = `${root}../shared/data/`
const file = `${root}packages/core/src/judging/rules/measured.data.ts`
const read = (path: string): string => readFileSync(data + path, 'utf8')

if (!existsSync(data)) throw new Error(`the labelled sets are not at ${data}`)
const answers = judgeLabelled([
  ...labelXquadAnswers(JSON.parse(read('rag-xquad/xquad.en.json'))),
  ...['one', 'multi'].flatMap((turns) =>
    labelHaluevalAnswers(read(`hal-halueval-qa/qa_${turns}-turn_data.jsonl`).split('\n')),
  ),
])
writeFileSync(
  file,
  `import type { MeasuredAccuracy } from './accuracy/accuracy-sets.ts'

/** Written by tools/measure-rules-judge.ts; the accuracy suite checks that it is still true. The first row is the one for reports. */
export const rulesJudgeMeasured: readonly MeasuredAccuracy[] = ${JSON.stringify(measureSets(answers), null, 2)}
`,
)
