import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detection } from '../../ports/detector.ts'
import { toxicityDetector } from './toxicity-detector.ts'

async function detect(text: string): Promise<Detection> {
  const found = await toxicityDetector.detect([{ text }], new AbortController().signal)
  if (!found.ok || !found.value[0]) throw new Error('no detection')
  return found.value[0]
}

const labelsOf = ({ spans }: Detection): readonly string[] => [...new Set(spans.map(({ label }) => label))]

describe('hate against a group is found', () => {
  test.each([
    'Immigrants are vermin.',
    'All gay people should be locked up.',
    'I hate Muslims.',
    'Women do not deserve any rights.',
    'We hired a Jew. They are all liars.',
    'Why are disabled people so useless?',
    'In my view trans people are disgusting.',
  ])('%s', async (text) => {
    const found = await detect(text)
    expect(found.score).toBeGreaterThanOrEqual(0.5)
    expect(labelsOf(found)).toContain('hate')
  })
})

describe('hate that is spelt to hide is found', () => {
  test.each([
    '1mm1gr4nts are v3rmin',
    'immigrants are disgutsing vremin',
    'immigrantsarevermin',
    'i m m i g r a n t s are v e r m i n',
    'immigrants are ver min',
    'immigr\u200bants are verm\u0456n',
  ])('%s', async (text) => {
    expect((await detect(text)).score).toBeGreaterThanOrEqual(0.5)
  })
})

describe('no alarm where a group is only named, defended or quoted', () => {
  test.each([
    'Immigrants work at the market.',
    'Many black women are engineers.',
    'Muslims are not criminals.',
    'It is racist to say that immigrants are vermin.',
    'He shouted "gay people are disgusting" and was fired.',
    'Violence against trans people must end.',
    'Nobody should hurt disabled people.',
    'I am a proud lesbian.',
  ])('%s', async (text) => {
    expect((await detect(text)).score).toBeLessThan(0.5)
  })
})

describe('no alarm at what is no person', () => {
  test.each([
    'Kill the process and remove the user from the group.',
    'These shoes are garbage.',
    'Shit, I missed the train.',
    'The master node killed its child process after a timeout.',
    'Use homo sapiens as the reference genome.',
    '',
  ])('%s', async (text) => {
    expect((await detect(text)).score).toBeLessThan(0.5)
  })
})

test.each([
  ['You are such a pathetic idiot.', 'insult'],
  ['Fuck you.', 'insult'],
  ['I will kill you.', 'threat'],
  ['Shit, I missed the train.', 'profanity'],
])('%s is marked as %s', async (text, label) => {
  expect(labelsOf(await detect(text))).toContain(label)
})

test('a denied or quoted insult is none', async () => {
  expect((await detect('You are not an idiot.')).score).toBeLessThan(0.5)
  expect((await detect('He called me "you idiot" again.')).score).toBeLessThan(0.5)
})

test('one group scores as any other', async () => {
  const scores = await Promise.all(
    ['Women', 'Muslims', 'Gay people', 'Black people', 'Refugees', 'Deaf people'].map(
      async (group) => (await detect(`${group} are often called lazy, and some people hate them.`)).score,
    ),
  )
  expect(new Set(scores).size).toBe(1)
})

test('spans stand on the words of the text as it was given', async () => {
  const text = 'Look: 1mm1gr4nts are v3rmin!'
  const { spans } = await detect(text)
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['v3rmin'])
})

test('hate in one sentence of a long text is found', async () => {
  const long = 'The meeting starts at nine in the small room. '.repeat(50)
  expect((await detect(`${long}Muslims are vermin. ${long}`)).score).toBeGreaterThanOrEqual(0.5)
})

test('spans are in the text and in order, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
      const { score, spans } = await detect(text)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      for (const { start, end } of spans) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 200 },
  )
})

test.each(['kick ', 'a', "don't ", '"', 'black ', 'fuck*', 'x y ', 'wo men ', 'killyouall', '\n', '4'])(
  'reads 100,000 characters of %j in linear time',
  async (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const start = performance.now()
    await detect(text)
    expect(performance.now() - start).toBeLessThan(5_000)
  },
  20_000,
)
