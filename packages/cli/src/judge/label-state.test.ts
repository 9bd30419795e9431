import { expect, test } from 'vitest'
import { labelKeys, labelState, startLabelling, type LabelState } from './label-state.ts'

const press = (state: LabelState, ...keys: readonly string[]): LabelState =>
  keys.reduce((before, key) => labelState(before, { kind: 'key', key }), state)
const outcomes = ({ given }: LabelState) => [...given].map(([place, { outcome }]) => [place, outcome])

test('a key gives the label and goes on; the last one ends it', () => {
  const state = press(startLabelling(3, new Set()), 'c', 'i', 'n')
  expect(outcomes(state)).toEqual([
    [0, 'correct'],
    [1, 'incorrect'],
    [2, 'no answer'],
  ])
  expect(state.isDone).toBe(true)
})

test('it is taken up at the first row that this person has not labelled', () => {
  const state = startLabelling(4, new Set([0, 1]))
  expect(state.at).toBe(2)
  expect(press(state, 'c', 'c').isDone).toBe(true)
  expect(startLabelling(2, new Set([0, 1])).isDone).toBe(true)
})

test('going back and labelling again replaces the label', () => {
  const state = press(startLabelling(3, new Set()), 'c', 'u', 'w')
  expect(outcomes(state)).toEqual([[0, 'reference wrong']])
  expect(state.at).toBe(1)
})

test('a note is written with the next label, and with no other', () => {
  const noted = labelState(press(startLabelling(3, new Set()), 't'), {
    kind: 'note',
    note: ' the unit is missing ',
  })
  const state = press(noted, 'i', 'c')
  expect([...state.given.values()]).toEqual([
    { outcome: 'incorrect', note: 'the unit is missing' },
    { outcome: 'correct', note: '' },
  ])
})

test('what was said in another queue is taken over, and the next open row comes up', () => {
  const given = { outcome: 'incorrect', note: 'the unit is missing' } as const
  const state = labelState(startLabelling(3, new Set([1])), { kind: 'label', given })
  expect([...state.given]).toEqual([[0, given]])
  expect(state).toMatchObject({ at: 2, note: '' })
})

test('other keys change nothing, and q leaves it open', () => {
  const state = startLabelling(3, new Set())
  expect(press(state, 'x', '5', 'enter')).toEqual(state)
  expect(press(state, 'q')).toMatchObject({ isDone: true, given: new Map() })
  expect(press(state, 'down', 'down', 'down').at).toBe(2)
})

test('every outcome has a key of its own', () => {
  expect(new Set(labelKeys.values()).size).toBe(7)
})
