import { targetBodySchema } from '@assay/contracts/hub'
import { describe, expect, it } from 'vitest'
import { compareTargetVersions, type TargetVersion } from './compare-target-versions.ts'
import { mergeWhatChanged } from './merge-what-changed.ts'

const versionOf = (body: object, links: Partial<TargetVersion> = {}): TargetVersion => ({
  body: targetBodySchema.parse({
    connection: { kind: 'openai', name: 'assistant', url: 'http://one.example/v1', model: 'small' },
    ...body,
  }),
  prompt: null,
  knowledgeBase: null,
  ...links,
})

describe('what changed between two versions of a target', () => {
  it('is nothing where nothing did, and not what has no part in its answers', () => {
    expect(compareTargetVersions(versionOf({}), versionOf({}))).toEqual([])
    expect(
      compareTargetVersions(versionOf({}), versionOf({ description: 'new words', budgetUsd: 3 })),
    ).toEqual([])
  })

  it('names every setting with both values', () => {
    const before = versionOf(
      { model: 'small-1', parameters: { temperature: 0, seed: 1 }, codeRevision: 'a1' },
      { prompt: { name: 'answers version 3', words: 'Be short.' }, knowledgeBase: 'handbook version 1' },
    )
    const after = versionOf(
      {
        connection: { kind: 'openai', name: 'assistant', url: 'http://one.example/v1', model: 'large' },
        model: 'small-1',
        parameters: { temperature: 0.7 },
        retrieval: { k: 4 },
        metadata: { team: 'b' },
      },
      { prompt: { name: 'answers version 4', words: 'Be exact.' }, knowledgeBase: 'handbook version 2' },
    )
    expect(compareTargetVersions(before, after).map((row) => [row.what, row.before, row.after])).toEqual([
      ['prompt', 'answers version 3', 'answers version 4'],
      ['prompt text', 'Be short.', 'Be exact.'],
      ['parameter temperature', '0', '0.7'],
      ['parameter seed', '1', 'not set'],
      ['retrieval k', 'not set', '4'],
      ['knowledge base', 'handbook version 1', 'handbook version 2'],
      ['target model', 'small', 'large'],
      ['code revision', 'a1', 'not set'],
      ['metadata team', 'not set', 'b'],
    ])
  })
})

describe('what changed for a review', () => {
  const returned = { what: 'returned model', a: 'm-05', b: 'm-08', effect: 'intended' as const }
  const judge = { what: 'judge', a: 'rules 1', b: 'rules 2', effect: 'confounds' as const }

  it('says of a returned model that nobody changed that the figures may come from it', () => {
    expect(mergeWhatChanged([], [returned])).toMatchObject([{ what: 'returned model', effect: 'confounds' }])
    const changed = compareTargetVersions(versionOf({ model: 'a' }), versionOf({ model: 'b' }))
    expect(mergeWhatChanged(changed, [returned])).toMatchObject([
      { what: 'model', effect: 'intended' },
      { what: 'returned model', effect: 'intended' },
    ])
  })

  it('tells what both tell once, and keeps what only the runs saw', () => {
    const versions = compareTargetVersions(
      versionOf({}, { knowledgeBase: 'handbook version 1' }),
      versionOf({}, { knowledgeBase: 'handbook version 2' }),
    )
    const seen = [
      { what: 'target version', a: '1', b: '2', effect: 'intended' as const },
      { what: 'knowledge base', a: 'handbook aaaa', b: 'handbook bbbb', effect: 'confounds' as const },
      judge,
    ]
    expect(mergeWhatChanged(versions, seen).map(({ what, effect }) => [what, effect])).toEqual([
      ['knowledge base', 'intended'],
      ['judge', 'confounds'],
    ])
  })
})
