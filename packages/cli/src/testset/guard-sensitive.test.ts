import { buildServiceKnowledgeBase } from '@assay/testkit'
import { expect, it } from 'vitest'
import type { CommandContext } from '../command.ts'
import { guardSensitive } from './guard-sensitive.ts'

const clean = buildServiceKnowledgeBase(1, 2)
const withMail = {
  ...clean,
  chunks: clean.chunks.map((chunk, index) =>
    index === 0 ? { ...chunk, text: 'Ask ada@example.org or bob@example.org.' } : chunk,
  ),
}
const context = {
  signal: new AbortController().signal,
  output: { isTerminal: false },
  globals: { json: false },
} as unknown as CommandContext

const guard = (base: typeof clean, models: readonly string[], isAllowed = false) =>
  guardSensitive(
    { isLocalModel: async (id) => id.startsWith('local:') },
    { base, models, isAllowed },
    context,
  )

it('refuses to send personal data to a model elsewhere, and says how much of what', async () => {
  const refused = await guard(withMail, ['local:a', 'far:b'])
  expect(refused.ok ? null : refused.error).toMatchObject({
    code: 'ASSAY-3010',
    where: '2 email; asked would be far:b',
    fix: expect.stringContaining('--allow-pii') as string,
  })
  expect(JSON.stringify(refused)).not.toContain('example.org')
})

it.each([
  ['it is allowed', withMail, ['far:b'], true],
  ['every model is on this machine', withMail, ['local:a'], false],
  ['no model is asked', withMail, [], false],
  ['nothing is found', clean, ['far:b'], false],
])('lets pass where %s', async (_, base, models, isAllowed) => {
  expect(await guard(base, models, isAllowed)).toEqual({ ok: true, value: undefined })
})
