import { describe, expect, it } from 'vitest'
import { deriveKey } from './derive-key.ts'

describe('the key of a reference answer', () => {
  it.each([
    ['How many sacks did he have?', '11', 'number', '11'],
    ['What is the size of the endowment?', '$37.6 billion', 'number', '$37.6 billion'],
    [
      'How long is a token valid?',
      'A token is valid for 15 minutes after it was issued.',
      'number',
      '15 minutes',
    ],
    ['In what year was it built?', '2003', 'date', '2003'],
    ['When did she die?', 'August 5, 1962', 'date', 'August 5, 1962'],
    ['When was it founded?', 'The company was founded in May 2014.', 'date', 'May 2014'],
    ['Which version?', 'v5.2', 'version', 'v5.2'],
    ['Is it public?', 'Yes, it is.', 'boolean', 'yes'],
    ['Is it required?', 'optional', 'boolean', 'optional'],
    ['Which option sets it?', 'bodyLimit', 'identifier', 'bodyLimit'],
    ['Who leads it?', 'Peyton Manning', 'name', 'Peyton Manning'],
    ['Who leads it?', 'The support team is led by Maria Lindqvist.', 'name', 'Maria Lindqvist'],
    ['Where is it?', 'San Diego', 'place', 'San Diego'],
    ['What are the subsectors?', 'roads, bridges and dams', 'list', 'roads, bridges and dams'],
    ['Why is it kept?', 'because it is needed later', 'text', 'because it is needed later'],
    ['What does it cause?', 'physical pain', 'text', 'physical pain'],
  ])('%s %s is a %s', (question, answer, kind, value) => {
    expect(deriveKey(answer, question)).toMatchObject({ kind, value })
  })

  it('does not take a value that the question gives', () => {
    expect(
      deriveKey(
        'The plan with 5 seats has a long waiting list.',
        'How many people wait for the plan with 5 seats?',
      ).kind,
    ).toBe('text')
  })
})
