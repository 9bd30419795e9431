import { expect, it, test } from 'vitest'
import { checkDefinitions } from '../check-definitions.ts'
import { checkGroups } from './check-groups.data.ts'
import { loadChecks } from './load-checks.ts'

test.each(checkGroups)('the group of $ids.0 holds the checks it names', async ({ ids, load }) => {
  expect((await load()).map(({ id }) => id)).toEqual(ids)
})

it('finds what is named anywhere: in a list, within another check, in a set, in a template', async () => {
  const find = await loadChecks([
    [{ check: 'any-of', parameters: { checks: [{ check: 'json' }] } }, { template: 'short' }],
    { strict: [{ check: 'compare', parameters: {} }] },
    { short: { check: 'word-count' } },
  ])
  for (const id of ['any-of', 'json', 'compare', 'word-count'])
    expect(find(id)).toMatchObject({ ok: true, value: { id } })
})

it('loads no check that is not named', async () => {
  expect(await loadChecks([{ check: 'contains' }]).then((find) => find('pii'))).toMatchObject({ ok: false })
})

it('proposes any check for a name that is none', async () => {
  const find = await loadChecks([{ check: 'contaims' }])
  expect(find('contaims')).toMatchObject({
    error: { code: 'ASSAY-7010', fix: 'did you mean contains?' },
  })
  expect(find('summarization')).toMatchObject({ error: { fix: 'did you mean summarisation?' } })
  expect(find('')).toMatchObject({ error: { where: 'a check without an id' } })
  expect(checkDefinitions.length).toBeGreaterThan(60)
})
