import type { ClaimKey, TestCase } from '@assay/contracts'

/** A case with an answer that is right and one that is wrong, whatever stands around them. */
export interface AttackCase {
  readonly testCase: TestCase
  readonly right: string
  readonly wrong: string
  /** What was retrieved: it supports the right answer and not the wrong one. */
  readonly passages: readonly string[]
}

interface Written {
  readonly id: string
  readonly question: string
  readonly key?: Partial<ClaimKey> & Pick<ClaimKey, 'kind' | 'value'>
  readonly type?: TestCase['type']
  readonly right: string
  readonly wrong: string
  readonly passage: string
}

const written: readonly Written[] = [
  {
    id: 'number-with-unit',
    question: 'What is the default of the option `requestTimeout`?',
    key: { kind: 'number', value: '30 s', subject: 'requestTimeout', attribute: 'default' },
    right: 'The default of requestTimeout is 30 s.',
    wrong: 'The default of requestTimeout is 45 s.',
    passage: 'The default of requestTimeout is 30 s. Longer requests are ended with status 408.',
  },
  {
    id: 'bare-number',
    question: 'How many seats does the Starter plan include?',
    key: { kind: 'number', value: '5', subject: 'Starter plan', attribute: 'seats', knownWrong: ['20'] },
    right: '5',
    wrong: '20',
    passage: 'The Starter plan includes 5 seats. The Team plan has more seats.',
  },
  {
    id: 'untyped-number',
    question: 'How many plugins are bundled?',
    right: 'There are 12 plugins in the bundle.',
    wrong: 'There are 14 plugins in the bundle.',
    passage: 'There are 12 plugins in the bundle.',
  },
  {
    id: 'date',
    question: 'In which year was the company founded?',
    key: { kind: 'date', value: '2014', granularity: 'year' },
    right: 'The company was founded in 2014.',
    wrong: 'The company was founded in 2011.',
    passage: 'The company was founded in 2014 in a garage.',
  },
  {
    id: 'version',
    question: 'Which version removed the callback form?',
    key: { kind: 'version', value: 'v5.2' },
    right: 'The callback form was removed in v5.2.',
    wrong: 'The callback form was removed in v4.9.',
    passage: 'The callback form was removed in v5.2.',
  },
  {
    id: 'identifier',
    question: 'Which flag writes JSON?',
    key: { kind: 'identifier', value: '--json', knownWrong: ['--plain'] },
    right: 'The flag --json writes JSON.',
    wrong: 'The flag --plain writes JSON.',
    passage: 'The flag --json writes JSON. The flag --plain writes text.',
  },
  {
    id: 'name',
    question: 'Who leads the support team?',
    key: { kind: 'name', value: 'Maria Lindqvist' },
    right: 'The support team is led by Maria Lindqvist.',
    wrong: 'The support team is led by Peter Holm.',
    passage: 'The support team is led by Maria Lindqvist.',
  },
  {
    id: 'boolean',
    question: 'Is compression enabled or disabled by default?',
    key: { kind: 'boolean', value: 'disabled', subject: 'compression' },
    right: 'Compression is disabled by default.',
    wrong: 'Compression is enabled by default.',
    passage: 'Compression is disabled by default, because it costs time.',
  },
  {
    id: 'yes-or-no',
    question: 'Can archived projects be restored?',
    key: { kind: 'boolean', value: 'no' },
    right: 'No, archived projects cannot be restored.',
    wrong: 'Yes, archived projects can be restored.',
    passage: 'Archived projects cannot be restored.',
  },
  {
    id: 'list',
    question: 'Which formats can be exported?',
    key: {
      kind: 'list',
      value: 'CSV, YAML and XML',
      items: ['CSV', 'YAML', 'XML'],
      need: 'all',
      knownWrong: ['PDF'],
    },
    right: 'The formats CSV, YAML and XML can be exported.',
    wrong: 'The formats PDF and DOCX can be exported.',
    passage: 'The formats CSV, YAML and XML can be exported.',
  },
  {
    id: 'text',
    question: 'Why are drafts kept?',
    key: { kind: 'text', value: 'Drafts are kept for review because nobody has checked them.' },
    right: 'Drafts are kept for review because nobody has checked them.',
    wrong: 'Drafts are kept because storage is cheap.',
    passage: 'Drafts are kept for review because nobody has checked them.',
  },
  {
    id: 'short-text',
    question: 'What does the red lamp mean?',
    key: { kind: 'text', value: 'the battery is low' },
    right: 'It means that the battery is low.',
    wrong: 'It means that the printer has lost its network.',
    passage: 'The red lamp means that the battery is low.',
  },
  {
    id: 'place',
    question: 'Where is the head office?',
    key: { kind: 'place', value: 'Lund' },
    right: 'The head office is in Lund.',
    wrong: 'The head office is in Oslo.',
    passage: 'The head office is in Lund, near the station.',
  },
  {
    id: 'false-premise',
    question: 'Since bodyLimit defaults to 2 MiB, what happens to larger bodies?',
    key: {
      kind: 'number',
      value: '1 MiB',
      subject: 'bodyLimit',
      attribute: 'default',
      knownWrong: ['2 MiB'],
    },
    type: 'false-premise',
    right: 'The default of bodyLimit is 1 MiB, not 2 MiB.',
    wrong: 'Bodies above 2 MiB are rejected.',
    passage: 'The default of bodyLimit is 1 MiB.',
  },
  {
    id: 'out-of-scope',
    question: 'What does the Gold plan cost per month?',
    type: 'out-of-scope',
    right: 'The documentation does not mention a Gold plan.',
    wrong: 'The Gold plan costs 40 dollars per month.',
    passage: 'The Team plan costs 12 dollars per month.',
  },
]

/** Every kind of key of the judges, for the attacks to be tried on. */
export const attackedCases: readonly AttackCase[] = written.map(
  ({ id, question, key, type = 'simple', right, wrong, passage }) => ({
    right,
    wrong,
    passages: [passage],
    testCase: {
      id,
      question,
      history: [],
      referenceAnswer: type === 'out-of-scope' ? '' : (key?.value ?? right),
      referenceClaims:
        key === undefined
          ? []
          : [{ text: right, evidence: [], key: { aliases: [], knownWrong: [], ...key } }],
      referenceContexts: [],
      type,
      level: 'easy',
      topic: null,
      language: 'en',
      clusterKey: id,
      tags: [],
      provenance: { generator: 'person' },
      validity: {},
      status: 'active',
    },
  }),
)
