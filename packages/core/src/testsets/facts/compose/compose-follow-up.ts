import { wordQuestion } from '../frames/word-question.ts'
import { draftFrom, type BaseQuestion, type Draft } from './draft.ts'

/** The subject stands in the history only; the history's answer is taken from the documents. */
export function composeConversational(earlier: BaseQuestion, asked: BaseQuestion): Draft | null {
  const wording = wordQuestion(asked.triple)
  if (wording === null || wording.followUp === null) return null
  if (earlier.triple.statement.includes(asked.triple.value.text)) return null
  return draftFrom(asked.triple, {
    type: 'conversational',
    level: 'complex',
    frame: `follow-up-${wording.frame}`,
    question: wording.followUp,
    history: [
      { role: 'user', content: earlier.draft.question },
      { role: 'assistant', content: earlier.triple.statement },
    ],
    extraEvidence: [earlier.triple.source.evidence],
    tags: ['follow-up'],
  })
}

/** The question comes in two messages: the subject first, what is asked about it second. */
export function composeSplit(asked: BaseQuestion): Draft | null {
  const wording = wordQuestion(asked.triple)
  if (
    wording === null ||
    wording.second === null ||
    asked.triple.ask.form === 'clause' ||
    /^an? /.test(asked.triple.subject.phrase)
  )
    return null
  const { phrase } = asked.triple.subject
  return draftFrom(asked.triple, {
    type: 'split',
    level: 'complex',
    frame: `split-${wording.frame}`,
    question: `${wording.second[0]?.toUpperCase()}${wording.second.slice(1)}?`,
    history: [
      { role: 'user', content: `I have a question about ${phrase}.` },
      { role: 'assistant', content: `What would you like to know about ${phrase}?` },
    ],
    tags: ['follow-up'],
  })
}
