import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../languages/detect-language.ts'
import { tellLanguage } from './tell-language.ts'

const tell = (question: string, referenceAnswer = '', history: readonly string[] = []) =>
  tellLanguage(
    {
      question,
      referenceAnswer,
      history: history.map((content) => ({ role: 'user' as const, content })),
    },
    { detectLanguage, hash: (text) => text },
  )

test.each([
  ['What is the capital of France?', 'Paris'],
  ['How many requests per minute does the Team plan allow?', '60'],
  ['Which flag writes JSON?', '--json'],
  ['Who is the mayor of Zürich?', 'Corine Mauch'],
  ['Why are drafts kept?', 'For review'],
  ['Is the API public?', 'yes'],
  ['In which year was Rio de Janeiro founded?', '1565'],
  ['On which port does it listen?', '8080'],
])('%s is English', (question, answer) => {
  expect(tell(question, answer)).toBe('en')
})

test.each([
  'Was kostet das Team in der Schweiz?',
  'Was will Bob in Berlin?',
  'Was macht Doctor Who, wenn er stirbt?',
  'In welchem Jahr wurde der Song „Fog on the Tyne“ veröffentlicht?',
  'Wie viele Geräte hat die Edition?',
  'Quel est le prix du plan Team ?',
  'Quanto costa il piano Team per mese?',
  'Wat is de prijs van het plan?',
  'Hvad er prisen for Team?',
  'Hur lång tid tar det?',
  'Qual é o preço do plano Team?',
  'Ile kosztuje plan Team?',
  'Co to jest the Team?',
  'Plan price?',
  'Team: 49 EUR?',
  'Ω?',
  '',
])('%j is not taken for English', (question) => {
  expect(tell(question)).not.toBe('en')
})

describe('with more to read', () => {
  test('the reference tells', () => {
    const answer = 'Der Preis ist in der Liste und gilt nicht für die Schulen, die schon einen Vertrag haben.'
    expect(tell('Preis?', answer)).toBe('de')
  })

  test('the messages before a short question tell', () => {
    const before = 'I would like to know how long the data of a project is kept when it has not been changed.'
    expect(tell('Team plan?', '90 days', [before])).toBe('en')
    expect(tell('Team plan?', '90 days')).toBe('und')
  })
})
