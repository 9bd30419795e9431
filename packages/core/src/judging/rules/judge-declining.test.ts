import { expect, it } from 'vitest'
import { toTestCase } from './accuracy/measure-accuracy.ts'
import { judgeDeclining } from './judge-declining.ts'

const labelOf = (question: string, answer: string): string =>
  judgeDeclining(toTestCase({ question, reference: '' }), answer).label

it.each([
  ['What does the Gold plan cost?', "I can't help with that request."],
  ['Was kostet der Goldtarif?', 'Dabei kann ich Ihnen leider nicht helfen.'],
  [
    'What does the Gold plan cost?',
    'The documents do not mention it. They describe the Free plan at length.',
  ],
  ['Who runs the canteen?', 'That is not something I am able to answer.'],
])('takes for declined what the refusal detector takes for a refusal: asked %j, %j', (question, answer) => {
  expect(labelOf(question, answer)).toBe('declined')
})

it('leaves open an answer that cannot do something and goes on', () => {
  const answer =
    "I can't see your screen. The canteen is run by two cooks and a baker, who came here from a hotel on the coast and stayed."
  expect(labelOf('Which tariff is best?', answer)).toBe('not-judged')
})

it('takes for an answer what only quotes a refusal', () => {
  expect(labelOf('What does the bot say?', 'It says “I cannot help with that” to everyone.')).toBe(
    'answered-anyway',
  )
})

it('takes a value beside a refusal for half an answer', () => {
  expect(
    labelOf('What does the Gold plan cost?', 'I do not know. The Gold plan probably costs 40 euros.'),
  ).toBe('partly')
})
