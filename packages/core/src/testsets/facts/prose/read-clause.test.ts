import { describe, expect, test } from 'vitest'
import { invert, readClause } from './read-clause.ts'

describe('readClause', () => {
  test('sets a leading date aside and turns the verb round', () => {
    const clause = readClause('In 1900, Tesla was granted patents for a transmitter.')
    expect(clause).toMatchObject({
      leadingTime: { preposition: 'in', date: '1900' },
      subject: 'Tesla',
      voice: 'passive',
    })
    expect(clause && invert(clause, 'Tesla')).toBe('was Tesla granted')
  })

  test('uses do-support with the lemma for a lone verb', () => {
    const clause = readClause('Hutton published two volumes in 1795.')
    expect(clause && invert(clause, clause.subject)).toBe('did Hutton publish')
  })

  test('takes a short relative clause as part of the subject', () => {
    const clause = readClause('The key that encrypts stored secrets is read from the variable `KEY`.')
    expect(clause).toMatchObject({
      subject: 'The key that encrypts stored secrets',
      rest: 'from the variable `KEY`',
    })
  })

  test.each([
    ['It was founded in 1900.', 'a pronoun'],
    ['The tower was not built in 1900.', 'a negation'],
    ['The tower was probably built in 1900.', 'a hedge'],
    ['The tower was built in 1900 and collapsed in 1950.', 'a second predicate'],
    ['If the server stops, the queue is kept for 3 days.', 'a condition'],
    ['The tower frobnicates in 1900.', 'an unknown verb'],
    ['Older versions of the tool receive security updates for 12 months.', 'a plural beside a verb in -s'],
    ['You can set the limit to 5.', 'an address to the reader'],
  ])('leaves "%s" alone: %s', (sentence) => {
    expect(readClause(sentence)).toBeNull()
  })
})
