import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { must } from '../../must.ts'
import { ok } from '../../result.ts'
import { syncKnowledgeBase } from '../sync-knowledge-base.ts'
import { auditKnowledgeBase, type KnowledgeBaseAudit } from './audit-knowledge-base.ts'
import type { FindingKind } from './finding.ts'

async function audit(files: Readonly<Record<string, string>>): Promise<KnowledgeBaseAudit> {
  async function* documents() {
    for (const [source, text] of Object.entries(files))
      yield ok({ source, title: null, text, format: 'markdown' as const })
  }
  const settings = {
    name: 'kb',
    sources: ['.'],
    root: '/',
    textField: null,
    chunking: { maxTokens: 60, overlapTokens: 10 },
  }
  const tools = {
    countTokens: (text: string) => text.split(/\s+/).length,
    detectLanguage: (text: string) => (/\b(?:der|und|die)\b/.test(text) ? 'de' : 'en'),
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  }
  const synced = await syncKnowledgeBase(null, settings, documents(), {
    tools,
    clock: { now: () => 0 },
    embedder: null,
  })
  return auditKnowledgeBase(must(synced.ok ? synced.value.knowledgeBase : null, 'knowledge base'))
}
const messages = async (kind: FindingKind, files: Readonly<Record<string, string>>) =>
  (await audit(files)).findings.filter((finding) => finding.kind === kind).map(({ message }) => message)

describe('conflicting values', () => {
  test.each([
    [
      'two bullets of one option',
      {
        'a.md': '## `bodyLimit`\n\n+ Default: `1048576` (1 MiB)',
        'b.md': '### bodyLimit\n\n* Default: 2097152',
      },
    ],
    [
      'a table and a bullet',
      {
        'a.md': '| Option | Default |\n|---|---|\n| `keepAlive` | 5 s |',
        'b.md': '# keepAlive\n\n- Default: 72000 ms',
      },
    ],
    [
      'a table and a sentence',
      {
        'a.md': '| Option | Default |\n|---|---|\n| `keepAlive` | 5 s |',
        'b.md': 'The default of `keepAlive` is 72 s.',
      },
    ],
    [
      'two tables about plans',
      {
        'a.md': '| Plan | Price |\n|---|---|\n| Basic | $10 |',
        'b.md': '| Plan | Price |\n|---|---|\n| Basic | $12 |',
      },
    ],
    [
      'labels of two documents',
      {
        'a.md': '# Time off\n\n* Vacation: 20 days per year',
        'b.md': '# Leave\n\n* Vacation: 25 days per year',
      },
    ],
    [
      'the same sentence with another number',
      {
        'a.md': 'Employees receive 20 days of paid vacation every year.',
        'b.md': 'Every year, employees receive 25 days of paid vacation.',
      },
    ],
    [
      'a switch',
      { 'a.md': '`strictMode` is enabled by default.', 'b.md': '`strictMode` is disabled by default.' },
    ],
  ])('%s', async (_, files) => {
    const found = (await audit(files)).findings.filter(({ kind }) => kind === 'conflicting-values')
    expect(found).toHaveLength(1)
    expect(found[0]?.places.map(({ source }) => source)).toEqual(['a.md', 'b.md'])
    for (const place of found[0]?.places ?? [])
      expect(must(files[place.source as 'a.md'], 'file').slice(place.start, place.end)).toBe(place.quote)
  })

  test.each([
    [
      'the same value in other words',
      { 'a.md': '# keepAlive\n\n- Default: 72000 ms', 'b.md': 'The default of `keepAlive` is 72 s.' },
    ],
    [
      'plans described by the same labels',
      { 'a.md': '## Basic\n\n- Storage: 5 GB\n\n## Pro\n\n- Storage: 50 GB' },
    ],
    [
      'pages of one template',
      {
        'a.md': '# Basic\n\n- Storage: 5 GB\n- Seats: 2\n- Support: email',
        'b.md': '# Pro\n\n- Storage: 50 GB\n- Seats: 20\n- Support: phone',
      },
    ],
    [
      'conditions',
      {
        'a.md': 'If the server is busy, requests wait 5 seconds in the queue.',
        'b.md': 'When it is idle, requests wait 1 second in the queue.',
      },
    ],
    [
      'a common name under other headings',
      { 'a.md': '## Client\n\n### timeout\n\n- Default: 5 s\n\n## Server\n\n### timeout\n\n- Default: 9 s' },
    ],
    [
      'subjects of parallel sentences',
      {
        'a.md':
          'The small machine holds 20 litres of clean water.\n\nThe large machine holds 40 litres of clean water.',
      },
    ],
    [
      'tables of one header about different things',
      {
        'a.md':
          '## Parse\n\n| Library | Time |\n|---|---|\n| x-toml | 5 ms |\n\n## Write\n\n| Library | Time |\n|---|---|\n| x-toml | 9 ms |',
      },
    ],
    [
      'what a program prints',
      {
        'a.md':
          '# Steps\n\n- `ran: false`\n- `ran: true`\n\nThen it goes on for a while, and longer.\n\n- `ran: false`',
      },
    ],
    [
      'rows that are only numbered',
      { 'a.md': '| # | Name |\n|---|---|\n| 1 | foo |', 'b.md': '| # | Name |\n|---|---|\n| 1 | bar |' },
    ],
    ['code', { 'a.md': '```\nbodyLimit: 1\n```', 'b.md': '```\nbodyLimit: 2\n```' }],
  ])('none: %s', async (_, files) => {
    expect(await messages('conflicting-values', files)).toEqual([])
  })
})

describe('competing names', () => {
  test('two employers in one handbook', async () => {
    const text =
      'By accepting employment with Acme Works, you agree to these rules.\n\n## Conduct\n\nAs a Samplesoft employee, you are expected to be kind. Acme Works will help you.'
    expect(await messages('competing-names', { 'handbook.md': text })).toEqual([
      'The employer goes by two names: "Acme Works" (2 places) and "Samplesoft" (1 place)',
    ])
  })

  test.each([
    [
      'a short form of the same name',
      'As an Acme employee, you must wear a badge. Employment with Acme Works is at will and you may leave.',
    ],
    [
      'kinds of employees',
      'All Full-time employees must register. Remote employees must register too. As an Acme employee, you may.',
    ],
    [
      'a text about companies',
      'Employees of Apple moved to Palo Alto in 1990. Employees of Google did so in 2001.',
    ],
  ])('none: %s', async (_, text) => {
    expect(await messages('competing-names', { 'a.md': text })).toEqual([])
  })
})

describe('other findings', () => {
  const long =
    'A paragraph with quite a lot of words in it that goes on for a while so that it can be told apart from others by what it says, which is nothing at all.'

  test('passages that say nearly the same', async () => {
    const near = long.replace('nothing at all', 'nothing really')
    const found = await messages('near-duplicates', {
      'a.md': long,
      'b.md': long,
      'c.md': 'Something else.',
      'd.md': near,
    })
    expect(found).toEqual(['3 passages in 3 documents are nearly the same'])
  })

  test('links to documents and headings that are not there, once for each target', async () => {
    const found = await messages('dangling-reference', {
      'docs/a.md':
        '# A b\n\n[ok](#a-b) [ok](b.md) [ok](./b.md#part-1) [ok](b.md#x) [out](../../y.md) [web](https://x.y/z.md) [src](x.js)\n\n`[code](gone.md)` [bad](gone.md) [bad](#none)\n\n[r]: gone.md\n',
      'docs/b.md': '## Part 1\n\n<a id="x"></a>\n\nText. See section "Nowhere" and see section 4.2.\n',
    })
    expect(found.toSorted()).toEqual([
      'A link leads to #none of docs/a.md, where no such heading or anchor is',
      'A link leads to docs/gone.md, which is not in the knowledge base',
      'The text names section "Nowhere", which docs/b.md does not have',
    ])
  })

  test('headings without text, but not those above lower headings', async () => {
    const text = '# Top\n\n## Empty\n\n## Full\n\nText.\n\n## Last\n'
    expect(await messages('orphan-heading', { 'a.md': text })).toEqual([
      'The heading "Empty" has no text',
      'The heading "Last" has no text',
    ])
  })

  test('notes that stand in many documents', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`${name}.md`, `Was this page helpful to you?\n\nPage ${name}.`]),
    )
    expect(await messages('boilerplate', files)).toEqual([
      '"Was this page helpful to you?" stands in 3 of 3 documents',
    ])
  })

  test('another language', async () => {
    const files = {
      'a.md': 'English text. '.repeat(3),
      'b.md': 'More English.',
      'c.md': 'Das ist der Text und die Seite. '.repeat(8),
    }
    expect(await messages('mixed-languages', files)).toEqual([
      '1 of 3 passages are in German, most are in English',
    ])
  })

  test('of each kind at most the most important are listed, all are counted', async () => {
    const { findings, counts } = await audit({
      'a.md': Array.from({ length: 30 }, (_, index) => `# H${index}\n`).join('\n'),
    })
    expect(counts['orphan-heading']).toBe(30)
    expect(findings.filter(({ kind }) => kind === 'orphan-heading')).toHaveLength(20)
  })
})
