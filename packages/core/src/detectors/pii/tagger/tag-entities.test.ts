import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagEntities } from './tag-entities.ts'

const found = async (text: string): Promise<readonly string[]> =>
  (await tagEntities(text)).map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`)

describe('tagging names and addresses', () => {
  it.each([
    ['Please ask Deborah Kessler from Milwaukee.', ['person: Deborah Kessler', 'location: Milwaukee']],
    [
      'He works for Harrison Logistics Ltd in Dublin.',
      ['organization: Harrison Logistics Ltd', 'location: Dublin'],
    ],
    [
      'Send it to 418 Juniper Street, Boise, ID 83702 please.',
      ['address: 418 Juniper Street, Boise, ID 83702'],
    ],
    ['Dr. Moreau will see you on Friday.', ['title: Dr.', 'person: Moreau']],
    ['my name is fernando and i live in lisbon', ['person: fernando', 'location: lisbon']],
    ['The Portuguese embassy is closed.', ['nationality: Portuguese']],
  ])('finds what %j names', async (text, expected) => {
    expect(await found(text)).toEqual(expected)
  })

  it.each([
    ['Ich wohne in der Gartenstraße 12, 04109 Leipzig.', 'address: Gartenstraße 12, 04109 Leipzig'],
    ['Je m’appelle Camille Durand.', 'person: Camille Durand'],
    ['Vivo en Valencia desde 2012.', 'location: Valencia'],
    ['Abito a Firenze con Giulia.', 'location: Firenze'],
    ['Mijn naam is Pieter Jansen.', 'person: Pieter Jansen'],
  ])('reads other languages: %j', async (text, expected) => {
    expect(await found(text)).toContain(expected)
  })

  it('takes an address of several lines as one', async () => {
    expect(await found('Ship to:\nHelen Barlow\n27 Orchard Road\nExeter EX4 6PX')).toEqual([
      'person: Helen Barlow',
      'address: 27 Orchard Road\nExeter EX4 6PX',
    ])
  })

  it.each([
    'Restart the device, then wait until the light turns green.',
    'The first half of May was colder than April.',
    'Will the report be ready? Mark it as done if so.',
    'const total = await loadPrices({ id: request.params.id })',
    'How do I change my password?',
    'Die Rechnung wurde bereits bezahlt.',
    '',
    ' \n\t',
  ])('finds nothing in %j', async (text) => {
    expect(await found(text)).toEqual([])
  })

  it('counts in UTF-16 units, also after signs of two', async () => {
    const text = '🎉🎉 thanks Deborah Kessler!'
    const [span] = await tagEntities(text)
    expect(text.slice(span?.start, span?.end)).toBe('Deborah Kessler')
  })

  it('gives spans inside the text, in order, none over another, whole signs only, surely enough to count', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'Anna',
        'Berg',
        'in',
        'Oslo',
        '12',
        'Main',
        'Street',
        ',',
        '\n',
        'Mr.',
        'GmbH',
        '🏠',
        'é',
        "O'",
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 30 }), async (words) => {
        const text = words.join(' ')
        let last = 0
        for (const { start, end, score } of await tagEntities(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end).isWellFormed() || !text.isWellFormed()).toBe(true)
          expect(score).toBeGreaterThanOrEqual(0.5)
          expect(score).toBeLessThanOrEqual(1)
          last = end
        }
      }),
    )
  })
})
