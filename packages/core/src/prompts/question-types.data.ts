import type { QuestionType, TestCase } from '@assay/contracts'

/** What one type of question is, as the generation prompt says it and as a candidate is checked. */
export interface QuestionTypeRow {
  readonly level: TestCase['level']
  /** What such a question is, in words for the model. */
  readonly rules: string
  /** The same question without what the type adds: it must have the same answer. `null`: the type adds nothing. */
  readonly plainQuestion: string | null
  /** Messages before the question. `null`: none. */
  readonly history: string | null
  /** Documents the answer needs. */
  readonly documents: 1 | 2
}

export type AnswerableType = Exclude<QuestionType, 'out-of-scope'>

const alone = { plainQuestion: null, history: null, documents: 1 } as const

export const questionTypes: Readonly<Record<AnswerableType, QuestionTypeRow>> = {
  simple: {
    ...alone,
    level: 'easy',
    rules: 'A simple question asks directly for one fact that stands in one passage.',
  },
  complex: {
    ...alone,
    level: 'complex',
    rules:
      'A complex question asks for one fact, but describes what it is about instead of naming it, or adds a condition that the passages name, ' +
      'so that finding the right passage takes understanding. The description fits one thing only. No riddles: a user who forgot the name would put it so.',
    plainQuestion: 'the same question in its shortest direct form, with the name of what it is about',
  },
  distracting: {
    ...alone,
    level: 'distracting',
    rules:
      'A distracting question first mentions a true statement of the passages about something similar (another option, plan, version, place), ' +
      'then asks about the thing itself. The statement must not change the answer, and must not give it.',
    plainQuestion: 'the question alone, without the mentioned statement',
  },
  situational: {
    ...alone,
    level: 'complex',
    rules:
      'A situational question is asked by a user in a situation: one or two sentences about who they are or what they try to do, then the question that follows from it. ' +
      'The situation is plausible for this system and does not change the answer.',
    plainQuestion: 'the question alone, without the situation',
  },
  double: {
    ...alone,
    level: 'complex',
    rules:
      'A double question asks for two different facts in one message, as a user would who needs both. ' +
      'The answer gives both, and there is at least one claim for each.',
  },
  conversational: {
    ...alone,
    level: 'complex',
    rules:
      'A conversational question is a follow-up: it refers to what the conversation before it is about by a pronoun or leaves it out, ' +
      'and is understood only together with that conversation.',
    plainQuestion: 'the follow-up as a question that stands alone, with everything named',
    history:
      'two messages: a question of the user about another fact of the same thing, and the right answer of the assistant by the passages. They must not give away the answer of the follow-up',
  },
  'multi-hop': {
    ...alone,
    level: 'complex',
    rules:
      'A multi-hop question needs two passages of two different documents: a fact of the first leads to the fact of the second, or two facts are put together. ' +
      'It cannot be answered from one of the documents alone. The claims quote both documents.',
    documents: 2,
  },
  'false-premise': {
    ...alone,
    level: 'complex',
    rules:
      'A false-premise question takes something for granted that the passages contradict: a wrong value, a feature of something else. ' +
      'It sounds natural, as from a user who is mistaken. The answer says that the premise is wrong and gives what the passages say instead.',
  },
  split: {
    ...alone,
    level: 'complex',
    rules:
      'A split question comes in pieces: the user says over several messages what it is about and under which condition, and the last message asks, ' +
      'without repeating what was said.',
    plainQuestion: 'the whole question in one message, with everything named',
    history:
      'two or four messages, user and assistant in turn: the user gives one piece in each, the assistant answers each with a short request to go on that states no fact',
  },
}
