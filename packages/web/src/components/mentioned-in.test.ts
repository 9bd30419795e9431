import { expect, it } from 'vitest'
import { mentionedIn, suggest, typedMention } from './mentioned-in.ts'

const people = [
  { id: 'ann', name: 'Ann' },
  { id: 'annb', name: 'Ann Berg' },
  { id: 'ben', name: 'Ben Okafor' },
]

it('finds who is named, the longer name first', () => {
  expect(mentionedIn('@Ann Berg and @Ben Okafor, look', people)).toEqual(['ben', 'annb'])
  expect(mentionedIn('mail ann@example.com', people)).toEqual([])
})

it('knows the name that is being written at the caret', () => {
  expect(typedMention('ask @Be', 7)).toEqual({ start: 4, typed: 'Be' })
  expect(typedMention('ask @Be now', 11)).toEqual({ start: 4, typed: 'Be now' })
  expect(typedMention('ann@example', 11)).toBeNull()
})

it('suggests by any part of the name, and nothing once it is whole', () => {
  expect(suggest('ok', people).map(({ id }) => id)).toEqual(['ben'])
  expect(suggest('', people)).toHaveLength(3)
  expect(suggest('Ben Okafor', people)).toEqual([])
})
