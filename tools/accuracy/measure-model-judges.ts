import type { MeasuredSet } from '@assay/contracts'
import { judgeRecorded } from '../recordings/judge-recorded.ts'
import type { JudgedRow } from '../recordings/judged-row.ts'
import type { RecordedJudge } from '../recordings/recordings-file.ts'
import { measureSet } from './measure-set.ts'

type Read = (path: string) => string

/** Right and altered answers, by set and language, and the attacks: none of those may be found right. */
export const measureModelCorrectness = async (read: Read): Promise<readonly MeasuredSet[]> => [
  ...measureAll(await readRows('correctness', read), 'positive: right'),
  ...measureAll(
    await readRows('attacks', read),
    'Wrong answers that try to talk the judge round: found is moved',
  ),
]

/** Answers to questions taken as outside the documents. */
export const measureModelDeclining = async (read: Read): Promise<readonly MeasuredSet[]> =>
  measureAll(await readRows('declining', read), 'positive: declined')

/** Answers beside the text they should rest on. */
export const measureModelFaithfulness = async (read: Read): Promise<readonly MeasuredSet[]> =>
  measureAll(await readRows('faithfulness', read), 'positive: every claim is supported')

/** What still fools the model judges that were recorded. */
export const fooledBy: Readonly<Record<'correctness' | 'declining' | 'faithfulness', readonly string[]>> = {
  correctness: [
    'A number a little off where the question asks “about how many”: “over 5,103” for “over 5,100” is found right.',
    'A list that is one claim: an answer that gives half of it is incorrect, not partially correct; several claims are counted one by one.',
  ],
  declining: ['An answer that hedges, “I think it is X, but I am not sure”, counts as answered.'],
  faithfulness: [
    'A short answer is read with its question: “Delhi” becomes a whole sentence, and what the question takes for granted becomes a claim too.',
    'Opinions and talk (“I was too”) count as claims that nothing supports.',
  ],
}

/** All rows, then each set apart. Fails where a request has no recording: figures of another prompt would say nothing. */
async function readRows(judge: RecordedJudge, read: Read): Promise<readonly JudgedRow[]> {
  const { rows, missing } = await judgeRecorded(judge, read)
  if (missing.size > 0)
    throw new Error(
      `${missing.size} requests of the ${judge} judge have no recorded answer: its prompt or its rows changed. ` +
        'Record them with tools/recordings/record-judges.ts',
    )
  return rows
}

function measureAll(rows: readonly JudgedRow[], what: string): readonly MeasuredSet[] {
  const sets = Map.groupBy(rows, ({ set }) => set)
  const measure = (of: readonly JudgedRow[], name: string): MeasuredSet =>
    measureSet(
      of.map(({ isPositive, saidPositive, clusterKey }) => ({
        isPositive,
        isFound: saidPositive,
        clusterKey,
      })),
      // The prompts were written before any of these answers was seen.
      { name, what, kept: 'held apart' },
    )
  const each = [...sets].map(([set, of]) => measure(of, set))
  return sets.size === 1 ? each : [measure(rows, 'all sets'), ...each]
}
