import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootSources } from './source-root.ts'

const base = mkdtempSync(join(tmpdir(), 'assay-root-'))
mkdirSync(join(base, 'docs/api'), { recursive: true })
mkdirSync(join(base, 'manual'))
writeFileSync(join(base, 'docs/api/a.md'), '# A')

describe('rootSources', () => {
  it.each([
    [['docs'], 'docs', ['.']],
    [['docs/'], 'docs', ['.']],
    [['docs/api/a.md'], 'docs/api', ['a.md']],
    [['docs', 'manual'], '', ['docs', 'manual']],
    [['docs/**/*.md'], 'docs', ['**/*.md']],
    [['docs', 'docs'], 'docs', ['.']],
    [['docs', 'https://example.org/a'], 'docs', ['.', 'https://example.org/a']],
    [['https://example.org/a'], '', ['https://example.org/a']],
  ])('roots %j at the deepest common folder', (named, root, sources) => {
    expect(rootSources(named, base)).toEqual({ root: join(base, root), sources })
  })
})
