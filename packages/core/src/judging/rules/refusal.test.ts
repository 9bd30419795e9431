import { describe, expect, it } from 'vitest'
import { findRefusal } from './refusal.ts'

describe('a refusal', () => {
  it.each([
    '',
    ' \n',
    '—',
    "I don't know.",
    'I do not know the answer to that question.',
    "I'm sorry, but I don't have enough information to answer that.",
    'Sorry, I cannot find this in the documentation.',
    'I couldn’t find any details about the Gold plan.',
    'I was unable to locate that in the provided context.',
    'The documentation does not mention a maximum.',
    "The provided context doesn't specify the price.",
    'The documents do not explicitly state when it was released.',
    'This is not mentioned in the documentation.',
    'That is not specified.',
    'The retention period is not documented.',
    'Not specified in the documents.',
    'No information about this was found.',
    'There is no information about refunds in the handbook.',
    'There is no mention of a Gold plan.',
    'The answer cannot be determined from the given passages.',
    'That is outside the scope of my knowledge.',
    'Unfortunately, I have no information on that.',
    "I'm not sure.",
    'Unknown.',
    'N/A',
    'Cannot answer.',
    'None of the documents mention this.',
    'I could not find this in the docs. Please contact support for more information.',
    "I can't help with that request.",
    'I must decline to answer.',
    'The guide states no closing time.',
    'There is nothing on parking in the leaflet.',
    'Parking is beyond what the brochure covers.',
    'The reports do not mention a second site.',
  ])('is all there is to %j', (text) => {
    expect(findRefusal(text)?.rest).toEqual([])
  })

  it.each([
    'The server refuses requests above 1 MB.',
    'X is not supported.',
    'Plugins are not supported in version 2.',
    'The option is not available on the Free plan.',
    'If the port is not specified, it defaults to 3000.',
    'When no host is given, localhost is used.',
    'Unknown fields are removed.',
    'Requests without a token are rejected.',
    'You cannot change the name after creation.',
    'It does not have a limit.',
    'The request body is not validated by default.',
    'I would use the flag --json.',
    'The error "not found" is returned with status 404.',
    'No.',
    'The policy does not cover travel expenses over $50.',
    '30 s',
    'It means that the file could not be found.',
    'The response has no body.',
    'There is nothing to configure.',
  ])('is not in %j', (text) => {
    expect(findRefusal(text)).toBeNull()
  })

  it('leaves what is said beside it', () => {
    const text = 'I am not sure, but it is 5. Please check the manual.'
    expect(findRefusal(text)?.rest).toEqual([{ start: 15, text: 'but it is 5.' }])
    expect(text.slice(15)).toMatch(/^but it is 5\./)
  })

  it('tells what it will not say from what it cannot know', () => {
    expect(findRefusal("I can't assist with that.")?.kind).toBe('policy')
    expect(findRefusal('I do not know.')?.kind).toBe('not-known')
    expect(findRefusal('')?.kind).toBe('empty')
  })
})
