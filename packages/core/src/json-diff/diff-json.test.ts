import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffJson } from './diff-json.ts'

test('names each place that differs by its pointer, and leaves the absent side away', () => {
  const before = { model: 'a', parameters: { temperature: 0, seed: 1 }, tags: ['x', 'y'] }
  const after = { model: 'b', parameters: { temperature: 0, topP: 1 }, tags: ['x', 'z', 'w'] }
  expect(diffJson(before, after)).toEqual([
    { pointer: '/model', before: 'a', after: 'b' },
    { pointer: '/parameters/seed', before: 1 },
    { pointer: '/parameters/topP', after: 1 },
    { pointer: '/tags/1', before: 'y', after: 'z' },
    { pointer: '/tags/2', after: 'w' },
  ])
})

test('what is of another kind differs as a whole, and null is a value', () => {
  expect(diffJson({ a: [1] }, { a: { 0: 1 } })).toEqual([{ pointer: '/a', before: [1], after: { 0: 1 } }])
  expect(diffJson({ a: null }, {})).toEqual([{ pointer: '/a', before: null }])
  expect(diffJson(undefined, { a: 1 })).toEqual([{ pointer: '', after: { a: 1 } }])
})

test('slashes and tildes of keys are escaped, and keys of the prototype are keys like others', () => {
  expect(diffJson({}, { 'a/b~c': 1 })).toEqual([{ pointer: '/a~1b~0c', after: 1 }])
  expect(diffJson({}, { constructor: 1 })).toEqual([{ pointer: '/constructor', after: 1 }])
})

/** Independent of the code under test: applies what the differences say. */
function apply(before: unknown, changes: ReturnType<typeof diffJson>): unknown {
  let root: unknown = structuredClone(before)
  const removals: (() => void)[] = []
  for (const change of changes) {
    const keys = change.pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = keys.pop()
    if (last === undefined) {
      root = change.after
      continue
    }
    const holder = keys.reduce<Record<string, unknown>>(
      (at, key) => at[key] as Record<string, unknown>,
      root as Record<string, unknown>,
    )
    if ('after' in change)
      Object.defineProperty(holder, last, {
        value: change.after,
        enumerable: true,
        writable: true,
        configurable: true,
      })
    else
      removals.push(() => {
        if (Array.isArray(holder)) holder.length = Math.min(holder.length, Number(last))
        else delete holder[last]
      })
  }
  for (const remove of removals) remove()
  return root
}

test('the differences applied to the one give the other', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (raw, other) => {
      const [before, after] = [JSON.parse(JSON.stringify(raw)), JSON.parse(JSON.stringify(other))]
      expect(diffJson(before, before)).toEqual([])
      expect(apply(before, diffJson(before, after))).toEqual(after)
    }),
  )
})

test('a change of one place in a deep value is one difference', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (inside, key) => {
      const changes = diffJson({ [key]: { deep: inside, x: 1 } }, { [key]: { deep: inside, x: 2 } })
      expect(changes).toHaveLength(1)
      expect(changes[0]).toMatchObject({ before: 1, after: 2 })
    }),
  )
})
