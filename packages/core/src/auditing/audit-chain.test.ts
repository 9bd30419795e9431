import { createHash } from 'node:crypto'
import type { AuditEntry } from '@assay/contracts/hub'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyChain, extendChain, hashAuditEntry } from './audit-chain.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function buildLog(actions: readonly string[]): readonly AuditEntry[] {
  let before = ''
  return actions.map((action, index) => {
    const content: Omit<AuditEntry, 'hash'> = {
      sequence: index + 1,
      at: '2026-03-01T10:00:00.000Z',
      by: { id: 'p1', name: 'Ann' },
      action,
      projectId: null,
      subject: { kind: 'project', id: `p${index}`, name: null },
      changes: [],
      address: null,
      key: null,
    }
    before = hashAuditEntry(sha256, before, content)
    return { ...content, hash: before }
  })
}

const walk = (log: readonly AuditEntry[]) =>
  log.reduce((chain, entry) => extendChain(sha256, chain, entry), emptyChain)

const actions = fc.array(fc.string(), { minLength: 2, maxLength: 12 })

it('is whole for a log as it was written, and ends in its last hash', () => {
  fc.assert(
    fc.property(actions, (given) => {
      const log = buildLog(given)
      expect(walk(log)).toEqual({ entries: log.length, brokenAt: null, lastHash: log.at(-1)?.hash })
    }),
  )
})

it('breaks at the entry that was altered, put elsewhere or comes after one taken out', () => {
  fc.assert(
    fc.property(actions, fc.nat(), (given, at) => {
      const log = buildLog(given)
      const index = at % log.length
      expect(
        walk(log.map((entry, i) => (i === index ? { ...entry, action: `${entry.action}!` } : entry))),
      ).toMatchObject({
        brokenAt: index + 1,
      })
      const without = walk(log.toSpliced(index, 1))
      expect(without.brokenAt).toBe(index === log.length - 1 ? null : index + 2)
    }),
  )
})

it('does not depend on the order in which an entry’s keys were written', () => {
  const log = buildLog(['a', 'b'])
  const turned = log.map((entry) => Object.fromEntries(Object.entries(entry).toReversed()) as AuditEntry)
  expect(walk(turned)).toEqual(walk(log))
})
