import { describe, expect, test } from 'vitest'
import { buildDomain } from '../domain.ts'
import { cutDocuments } from '../fixtures/cut-documents.ts'
import { wordQuestion } from '../frames/word-question.ts'
import { extractFacts } from './extract-facts.ts'

function readFacts(text: string): readonly (readonly [question: string | undefined, key: string])[] {
  const { chunks } = cutDocuments({ 'a.md': text })
  return extractFacts(chunks, buildDomain(chunks)).triples.map((triple) => [
    wordQuestion(triple)?.question,
    triple.value.text,
  ])
}

describe('extractFacts', () => {
  test('asks for a table by row and column, and for the row by its description', () => {
    const facts = readFacts(
      '# Options\n\n| Option | Default | Since | Description |\n|---|---|---|---|\n| `a.wait` | 30 s | 1.2 | Time a request may take. |\n| `a.size` | 5 MB | 1.4 | Size of an upload. |\n',
    )
    expect(facts).toContainEqual(['What is the default value of the option `a.wait`?', '30 s'])
    expect(facts).toContainEqual(['Since which version has the option `a.size` been available?', '1.4'])
    expect(facts).toContainEqual(['Which option sets the size of an upload?', 'a.size'])
  })

  test('knows how plans, counts and dates are asked for', () => {
    const facts = readFacts(
      '# Plans\n\n| Plan | Seats | Renewal | Introduced |\n|---|---|---|---|\n| Team | 5 seats | 31 May 2026 | 2021 |\n| Pro | 9 seats | 30 June 2026 | 2022 |\n',
    )
    expect(facts).toContainEqual(['How many seats does the Team plan have?', '5 seats'])
    expect(facts).toContainEqual(['When is the renewal of the Pro plan?', '30 June 2026'])
    expect(facts).toContainEqual(['In which year was the Pro plan introduced?', '2022'])
  })

  test('says which library, host or limit a table is about', () => {
    const libraries = readFacts(
      '# Client libraries\n\n| Language | Library version | Installed size |\n|---|---|---|\n| Python | 3.1 | 310 kB |\n| Go | 1.2 | 840 kB |\n',
    )
    expect(libraries).toContainEqual(['What is the version of the client library for Python?', '3.1'])
    expect(libraries).toContainEqual(['What is the installed size of the client library for Go?', '840 kB'])
    const packages = readFacts(
      '# Fern Relay\n\nFern Relay runs on Debian, Fern Relay runs on Ubuntu, and people like Fern Relay. We run Fern Relay, not Fern Relay Pro.\n\n| Operating system | Oldest supported version | Package size |\n|---|---|---|\n| Debian | 11 | 38 MB |\n| Ubuntu | 22 | 41 MB |\n',
    )
    expect(packages).toContainEqual(['What is the package size of Fern Relay for Debian?', '38 MB'])
    expect(packages).toContainEqual(['What is the oldest supported version of Debian in Fern Relay?', '11'])
    const limits = readFacts(
      '# Limits\n\n| Limit | Maximum | Counted per |\n|---|---|---|\n| Webhooks | 45 webhooks | endpoint |\n| Topic name length | 96 characters | topic |\n',
    )
    expect(limits).toContainEqual(['What is the maximum number of webhooks per endpoint?', '45 webhooks'])
    expect(limits).toContainEqual(['What is the maximum topic name length?', '96 characters'])
    const identifiers = readFacts(
      '# Identifiers of objects\n\n| Object | Identifier prefix | Identifier length | Text encoding |\n|---|---|---|---|\n| Delivery | `dlv_` | 34 characters | base32 |\n| Event | `evt_` | 30 characters | base64 |\n',
    )
    expect(identifiers).toContainEqual(['What is the identifier text encoding of a delivery?', 'base32'])
  })

  test('asks only for what a value can be: no place is an announcement, no time an archive', () => {
    const facts = readFacts(
      '# Invoices of Lumen Relay\n\nPeople use Lumen Relay.\n\n- Announcements: `news.lumen.example`\n- Archive: 10 years\n- Retention period: 9 years\n- First response: 4 hours\n',
    )
    expect(facts.map(([question]) => question)).toEqual([
      'What is the retention period for Lumen Relay?',
      'What is the first response time for Lumen Relay?',
    ])
  })

  test('goes on with a table that was cut in two', () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) =>
        `| \`E-${1000 + index}\` | ${400 + index} | The request number ${index} is not allowed to pass. |`,
    )
    const facts = readFacts(
      `# Errors\n\n| Error code | HTTP status | Description |\n|---|---|---|\n${rows.join('\n')}\n`,
    )
    expect(facts).toContainEqual(['What is the HTTP status for the error code `E-1059`?', '459'])
  })

  test('takes the heading as the subject of a label', () => {
    expect(
      readFacts('# Lumen\n\n## The dead-letter queue\n\n- Capacity: 50,000 deliveries\n'),
    ).toContainEqual(['What is the capacity of the dead-letter queue?', '50,000 deliveries'])
  })

  test('reads an option that has a heading of its own', () => {
    const facts = readFacts(
      '# Server\n\n### `bodyLimit`\n\n+ Default: `1048576` (1MiB)\n\nDefines the maximum payload the server accepts.\n',
    )
    expect(facts).toContainEqual(['What is the default value of the option `bodyLimit`?', '1048576'])
  })

  test('reads option lists in the forms that reference pages use', () => {
    const facts = readFacts(
      '# Class: RetryAgent\n\n## Options\n\n- **maxRetries** `number` (optional) - Maximum number of retries. Default: `5`\n- `timeout` - Time to wait. Default `30000`\n- `idle` (number): Time to rest. Defaults to `100` (0.1 s).\n',
    )
    expect(facts).toContainEqual(['What is the default value of the option `maxRetries` of RetryAgent?', '5'])
    expect(facts).toContainEqual([
      'What is the default value of the option `timeout` of RetryAgent?',
      '30000',
    ])
    expect(facts).toContainEqual(['What is the default value of the option `idle` of RetryAgent?', '100'])
  })

  test('a plural over single values is asked in the singular, one without a unit is counted', () => {
    const facts = readFacts(
      '# Errors\n\n| Error | Error codes | Zones |\n|---|---|---|\n| `BodyError` | `E_BODY` | 3 |\n| `HeadError` | `E_HEAD` | 2 |\n',
    )
    expect(facts).toContainEqual(['What is the error code of `BodyError`?', 'E_BODY'])
    expect(facts).toContainEqual(['How many zones does the error `HeadError` have?', '2'])
  })

  test('reads a clause of prose in closed frames', () => {
    const facts = readFacts(
      '# Store\n\nThe licence key of a paid plan is read from the variable `LICENSE_KEY`. An approved refund is paid within 8 days.\n',
    )
    expect(facts).toContainEqual([
      'From which variable is the licence key of a paid plan read?',
      'LICENSE_KEY',
    ])
    expect(facts).toContainEqual(['Within what time is an approved refund paid?', '8 days'])
  })

  test('spells out an abbreviation whose letters are its initials', () => {
    expect(
      readFacts(
        '# Safety\n\nEmployees get personal protective equipment (PPE) and a medical kit (MK) on request (RSVP). PPE is free.\n',
      ),
    ).toEqual([['What does PPE stand for?', 'personal protective equipment']])
  })

  test('reads past what stands beside the main clause, and asks for a share as a percentage', () => {
    const prose = (text: string) => readFacts(`# Fern College\n\n${text} People like Fern College.\n`)
    expect(prose('In 1237 Max Fern, a son of Ann Fern, launched Fern College.')).toContainEqual([
      'In which year did Max Fern launch Fern College?',
      '1237',
    ])
    expect(
      prose('In May 2015 Ann Fern visited Leith College, as the first guest of the term.'),
    ).toContainEqual(['In which month and year did Ann Fern visit Leith College?', 'May 2015'])
    expect(
      prose('Fern College accepted 5.3% of applicants for the class of 2019, a record low.'),
    ).toContainEqual(['What percentage of applicants for the class of 2019 did Fern College accept?', '5.3%'])
  })

  test('an option with a heading is quoted together with it', () => {
    const { chunks } = cutDocuments({
      'a.md': '# Server\n\n### `bodyLimit`\n\n+ Default: `1048576` (1MiB)\n',
    })
    const [triple] = extractFacts(chunks, buildDomain(chunks)).triples
    expect(triple?.source.evidence.quote).toMatch(/^### `bodyLimit`[\s\S]*Default: `1048576`/)
  })

  test('asks no yes/no question, no half phrase and nothing that stands on another page', () => {
    expect(
      readFacts(
        '# Codes\n\n| Code | Tried again | Retried | Meaning |\n|---|---|---|---|\n| `E-1` | yes | no | answers of batch calls are pending |\n| `E-2` | no | yes | documents the figures look at |\n',
      ),
    ).toEqual([])
    expect(
      readFacts(
        '# Reports of Lumen Relay\n\nWe like Lumen Relay.\n\n- Write a report: HTML, JSON\n- All keys: `KEY`\n- Fields: [file formats](formats.md)\n',
      ),
    ).toEqual([])
  })

  test('says nothing about opinions, examples, code, link lists and contents', () => {
    expect(
      readFacts(
        '# Guide\n\nThis is the best choice, such as 30 s. You may set the limit to 5.\n\n```\nlimit: 5\n```\n\n- [One](#one)\n- [Two](#two)\n- [Three](#three)\n',
      ),
    ).toEqual([])
  })
})
