import type { ModelCaller } from '../../ports/model-caller.ts'
import { judgeDecliningPrompt } from '../../prompts/judge-declining.data.ts'
import { ok, type Result } from '../../result.ts'
import { askForJson, type AskOptions } from '../../structured-output/ask-for-json.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'
import type { JudgeInput, Judgement } from '../judge.ts'
import { judgedAnswer, judgedQuestion } from './judged-texts.ts'

/** Whether a question that the documents do not answer was declined. */
export async function judgeDeclining(
  input: JudgeInput,
  model: ModelCaller,
  asking: Pick<AskOptions<never>, 'hash' | 'temperature' | 'repeat'>,
): Promise<Result<readonly Judgement[]>> {
  const text = judgedAnswer(input)
  const asked = await askForJson(
    model,
    judgeDecliningPrompt,
    {
      description: input.description ?? 'not told',
      instructions: input.instructions ?? 'nothing further',
      question: judgedQuestion(input.testCase),
      answer: [{ label: 'answer', text }],
    },
    {
      ...asking,
      check: ({ verdict, quote }, ask) =>
        ask === 2 || verdict === 'cannot-tell' || locateQuote(quote, text) !== null
          ? null
          : 'the quote does not stand in the answer',
    },
  )
  if (!asked.ok) return asked
  const { verdict, quote, reason: told } = asked.value.value
  const reason = told.trim() === '' ? 'The judge gave no reason.' : told.trim()
  if (verdict === 'cannot-tell' || locateQuote(quote, text) === null)
    return ok([{ check: 'declining', outcome: 'not-judged', label: 'not-judged', score: null, reason }])
  const isDeclined = verdict === 'declined'
  return ok([
    {
      check: 'declining',
      outcome: isDeclined ? 'pass' : 'fail',
      label: verdict,
      score: isDeclined ? 1 : 0,
      reason,
    },
  ])
}
