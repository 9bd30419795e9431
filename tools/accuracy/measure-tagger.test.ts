import { expect, it } from 'vitest'
import { measureTagger } from './measure-tagger.ts'

it('calls no set held apart by whose figures the weights and the threshold were chosen', async () => {
  const sets = await measureTagger((path) => (path.endsWith('.json') ? '[]' : 'A paragraph.'))
  const kept = new Map(sets.map(({ name, kept: how }) => [name, how]))
  expect(kept.get('tagger-texts, our own')).toBe('tuned on')
  expect(kept.get('pii-presidio-research-small')).toBe('tuned on')
})
