import { sha256 } from '@assay/testkit'
import { expect, test } from 'vitest'
import { cutDocuments } from '../fixtures/cut-documents.ts'
import { generateFacts } from '../generate-facts.ts'

test('a description that also fits another thing of its kind names neither', () => {
  const table =
    '# Options of Lumen\n\n| Option | Default | Description |\n|---|---|---|\n| `a.wait` | 30 s | Time a request is given. |\n| `a.hold` | 9 s | Time a queued request is given. |\n| `constructor` | 20 s | Time that running work gets. |\n'
  const result = generateFacts(
    cutDocuments({ 'a.md': table }),
    { questions: 20, types: ['simple', 'complex'], seed: 1 },
    { hash: sha256 },
  )
  const questions = result.ok ? result.value.cases.map(({ question }) => question).join('\n') : ''
  expect(questions).not.toMatch(/time a request/)
})
