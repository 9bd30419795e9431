import { formatCount, formatCounted } from '@assay/core/wording'

export const auditTexts = {
  title: 'Who changed what?',
  projectTitle: (project: string) => `Who changed what in ${project}?`,
  answer: (entries: number) =>
    `${formatCounted(entries, 'entry', 'entries')} in the log. Nothing is ever taken out of it.`,
  table: 'Audit log',
  counted: ['entry', 'entries'],
  sequence: 'No.',
  when: 'When',
  who: 'Who',
  hub: 'the hub itself',
  byKey: (key: string) => `with the key “${key}”`,
  action: 'What was done',
  subject: 'To what',
  where: 'From where',
  details: 'What changed',
  noChanges: 'no field',
  fields: (count: number) => formatCounted(count, 'field'),
  hash: 'Hash of the entry',
  person: 'Person',
  actionFilter: 'Action',
  from: 'From',
  to: 'To',
  verify: 'Check the chain',
  verified: (entries: number, hash: string | null) =>
    `The chain is whole: ${formatCounted(entries, 'entry', 'entries')}${hash === null ? '' : `, last hash ${hash.slice(0, 12)}…`}.`,
  broken: (at: number) =>
    `The chain is broken at entry ${formatCount(at)}: it or the one before it was changed outside of Assay.`,
  export: 'Export as JSON Lines',
  open: (sequence: number) => `Show entry ${sequence}`,
  entry: (sequence: number) => `Entry ${formatCount(sequence)}`,
  empty: 'Every change is written here with who did it, from where, and what was there before.',
} as const
