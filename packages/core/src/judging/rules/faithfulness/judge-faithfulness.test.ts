import { describe, expect, it } from 'vitest'
import { judgeFaithfulness } from './judge-faithfulness.ts'

const passages = [
  'The server listens on port 8080 by default. It closes idle connections after 30 s. Requests above 1 MiB are not accepted. Compression is disabled by default, because it costs time.',
  'Assembler 5.2 was written by Maria Lindqvist in Lund and released on 3 May 2014. It needs 2 GB of memory. Plugins may slow it down. The team sold 12,500 licences in 2019.',
]

const judge = (answer: string, question = '') => judgeFaithfulness({ answer, passages, question })

describe('faithfulness by rules', () => {
  it.each([
    'The server listens on port 8080.',
    'By default, the server listens on port 8080. It closes idle connections after 30 seconds.',
    'Assembler 5.2 was written by Maria Lindqvist.',
    'Assembler was released on 3 May 2014 and needs 2 GB of memory.',
    'The team sold 12,500 licences in 2019.',
    'According to the documentation, requests above 1 MiB are not accepted.',
    'Compression is disabled by default.',
    'It closes idle connections after 30 s, not 60 s.',
  ])('takes what the passages say: %s', (answer) => {
    expect(judge(answer)).toMatchObject({ label: 'faithful' })
  })

  it.each([
    ['The server closes idle connections after 60 s.', 'contradicted'],
    ['Requests above 1 MiB are accepted.', 'contradicted'],
    ['Compression is enabled by default.', 'contradicted'],
    ['Compression is not disabled by default.', 'contradicted'],
    ['The team sold 15,000 licences in 2019.', 'contradicted'],
    ['Assembler was released on 3 June 2016.', 'contradicted'],
    ['Assembler was first sold in 2011.', 'unsupported'],
    ['Assembler 5.2 was written by Peter Holm.', 'unsupported'],
    ['Assembler was written in the Rust language.', 'unsupported'],
    ['The server reads the option `maxBodySize`.', 'unsupported'],
    ['Assembler v6.1.0 needs memory.', 'unsupported'],
    ['It closes idle connections after 30 s. The server also listens on port 9090.', 'unsupported'],
  ])('finds what they do not say: %s', (answer, status) => {
    const { label, claims } = judge(answer)
    expect(label).toBe('not-faithful')
    expect(claims.map((claim) => claim.status)).toContain(status)
  })

  it.each([
    'The programme was made by a woman.',
    'Unused sockets are dropped after half a minute.',
    'Plugins slow it down.',
    'The server closes Lund after Maria Lindqvist idle.',
    'Is compression disabled by default?',
    'Yes.',
    'It is not true that compression is not disabled by default.',
    'The default is not port 9090.',
    'El servidor escucha en el puerto 8080 y no acepta las peticiones de los clientes.',
  ])('does not judge what it cannot compare: %s', (answer) => {
    expect(judge(answer).label).toBe('not-judged')
  })

  it.each(["I don't know.", 'The documents do not mention that. Please contact support.', '…'])(
    'sees no claim in %s',
    (answer) => {
      expect(judge(answer).label).toBe('no-claims')
    },
  )

  it('binds a short answer to what was asked', () => {
    expect(judge('8080', 'On which port does the server listen?').label).toBe('faithful')
    expect(judge('9090', 'On which port does the server listen?').label).toBe('not-faithful')
    expect(judge('8080', 'How many licences were sold?').label).toBe('not-judged')
    expect(judge('8080').label).toBe('not-judged')
  })

  it('leaves an answer open where one of its claims is', () => {
    expect(judge('The server listens on port 8080. Sockets without use are dropped.').label).toBe(
      'not-judged',
    )
    expect(judge('Sockets without use are dropped. The server listens on port 9090.').label).toBe(
      'not-faithful',
    )
  })

  it('does not put one sentence’s subject to another’s words', () => {
    const two = ['Northfield College is in Ohio. Lakeside University is in Maine.']
    expect(judgeFaithfulness({ answer: 'Lakeside University is in Ohio.', passages: two }).label).toBe(
      'not-judged',
    )
    const goesOn = ['Northfield College was founded in 1901. It is in Ohio.']
    expect(judgeFaithfulness({ answer: 'Northfield College is in Ohio.', passages: goesOn }).label).toBe(
      'faithful',
    )
  })

  it('does not read one half of a sentence for the other', () => {
    const lake = ['Lake Vik lies north of Oslo and the fort lies south of Oslo.']
    expect(judgeFaithfulness({ answer: 'Lake Vik lies south of Oslo.', passages: lake }).label).not.toBe(
      'faithful',
    )
  })

  it('shows the claim and the words that decide', () => {
    const answer = 'Sure! The server closes idle connections after 60 s.'
    const { claims, reason } = judge(answer)
    const [claim] = claims
    expect(answer.slice(...(claim?.span ?? [0, 0]))).toBe('The server closes idle connections after 60 s.')
    expect(passages[claim?.evidence?.passage ?? 9]?.slice(...(claim?.evidence?.span ?? []))).toBe(
      'The server listens on port 8080 by default. It closes idle connections after 30 s.',
    )
    expect(reason).toBe(
      'the claim "The server closes idle connections after 60 s." gives another value than "30 s"',
    )
  })

  it('has no source for anything without passages', () => {
    expect(judgeFaithfulness({ answer: 'It listens on port 8080.', passages: [] }).label).toBe('not-faithful')
  })

  it.each(['a', '1 ', 'A ', 'not ', '. ', 'Foo Bar ', '1990 ', '5 kg ', 'x;', '1,', 'Mr. ', 'May '])(
    'reads 100,000 characters of %j in one go',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length))
      const started = performance.now()
      judgeFaithfulness({ answer: text.slice(0, 20_000), passages: [text] })
      expect(performance.now() - started).toBeLessThan(10_000)
    },
  )
})
