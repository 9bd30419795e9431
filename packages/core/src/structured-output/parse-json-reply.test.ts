import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonReply } from './parse-json-reply.ts'

const objects = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })

describe('JSON in a reply', () => {
  it('is read as it stands', () => {
    fc.assert(
      fc.property(objects, (value) => {
        const text = JSON.stringify(value)
        expect(parseJsonReply(` ${text}\n`)).toEqual({ value: JSON.parse(text) as unknown, repair: 'none' })
      }),
    )
  })

  it.each([
    ['a fenced block', 'Here it is:\n```json\n{"a": [1, 2]}\n```\nAnything else?'],
    ['a fenced block without a language', '```\n{"a": [1, 2]}\n```'],
    ['prose around it', 'The answer is {"a": [1, 2]}. Anything else?'],
  ])('is taken out of %s', (_, text) => {
    expect(parseJsonReply(text)).toEqual({ value: { a: [1, 2] }, repair: 'unwrapped' })
  })

  it.each([
    ['trailing commas', '{"a": [1, 2,],}'],
    ['single quotes', "{'a': [1, 2]}"],
    ['names without quotes', '{a: [1, 2]}'],
    ['comments', '{"a": [1, /* two */ 2]} // done'],
    ['missing commas', '{"a": [1 2]}'],
  ])('is mended: %s', (_, text) => {
    expect(parseJsonReply(text)).toEqual({ value: { a: [1, 2] }, repair: 'mended' })
  })

  it('is never completed: an answer that was cut off anywhere stays unread', () => {
    fc.assert(
      fc.property(objects, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (value, share) => {
        const text = JSON.stringify({ outer: value })
        expect(parseJsonReply(text.slice(0, Math.floor(text.length * share)))?.value).not.toEqual(
          expect.objectContaining({ outer: expect.anything() as unknown }),
        )
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    'It holds ```json\n{"a": 1}\n```, mine is ```json\n{"a": 2}\n```',
    'It holds ```json\n{"a": 1}\n```, mine is {"a": 2}',
    'It holds {"a": 1}. Mine:\n```json\n{"a": 2}\n```',
    'It holds {"a": 1}, mine is {"a": 2}',
    '{"a": 1}\n{"a": 2}',
  ])('is not guessed where there are several: %s', (text) => {
    expect(parseJsonReply(text)).toBeNull()
  })

  it('is taken from a block that is given twice', () => {
    const block = '```json\n{"a": 1}\n```'
    expect(parseJsonReply(`${block}\nAgain [1]:\n${block}`)?.value).toEqual({ a: 1 })
  })

  it.each(['', ' ', 'I do not know.', '42', '"text"', 'null', '{"a": "b', '[1, 2', '```json\n{"a": 1'])(
    'is not found in %j',
    (text) => {
      expect(parseJsonReply(text)).toBeNull()
    },
  )
})
