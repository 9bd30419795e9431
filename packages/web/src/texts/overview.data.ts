import { nameVersion } from '@assay/core/wording'
import { formatCounted } from '../figures/format-figure.ts'

export const overviewTexts = {
  title: (project: string) => `How does ${project} stand?`,
  neverEvaluated: 'It was never evaluated.',
  stands: (target: string, version: string | null, passing: string) =>
    `${version === null ? target : `Version ${version} of ${target}`} passes ${passing}.`,
  change: (difference: string) => `Against the version before: ${difference}.`,
  waits: (things: string) => `It waits for a person: ${things}.`,
  versions: 'Is it getting better?',
  target: 'Target',
  since: (count: number, target: string) => `${formatCounted(count, 'evaluation')} of ${target}, 90 days`,
  fromTo: (from: string, to: string) => `From ${from} to ${to}.`,
  versionRate: (version: string, rate: string) => `${version} with ${rate}`,
  onlyOne: (one: string) => `One evaluation so far: ${one}. A second version can be compared with it.`,
  confounded: (changes: readonly string[]) =>
    `Between them ${changes.join(' and ')} changed: part of the difference may come from that and not from the versions.`,
  testSetChanged: 'test set',
  judgeChanged: 'judge',
  theTestSet: 'the test set',
  theJudge: 'the judge',
  version: (version: string | null) => (version === null ? 'no version' : nameVersion(version)),
  noEvaluations:
    'An evaluation asks every question of a test set and judges the answers. Two of them show what a change did.',
  /** Ready to paste where the project's name needs no quoting; else its id stands there. */
  command: (hub: string, project: string) => `assay eval run --hub ${hub} --hub-project ${project}`,
  orCommand: 'Or from the command line, with an API key in ASSAY_HUB_KEY:',
  commandLabel: 'Command that evaluates and streams into this hub',
  evaluate: 'Start an evaluation',
  when: 'When',
  passing: 'Passing',
  testSet: 'Test set',
  judge: 'Judge',
  changed: 'What else changed',
  table: 'The figures as a table',
  latest: 'Latest evaluations',
  reviews: 'Open release reviews',
  noReviews: 'No version waits for a decision.',
  findings: 'Open findings',
  noFindings: 'No finding is open.',
  all: 'All',
  status: {
    queued: 'waits for a worker',
    running: 'running',
    pending: 'waits for answers of a batch',
    stopped: 'stopped',
    finished: 'finished',
    failed: 'failed',
  },
  progress: (done: number, total: number) => `${done} of ${total}`,
  severity: { critical: 'critical', major: 'major', minor: 'minor' },
  approvals: (given: number, asked: number) => `${given} of ${asked} approved`,
  compares: (target: string, version: number, baseline: number | null) =>
    baseline === null ? `${target} v${version}, the first` : `${target} v${version} against v${baseline}`,
  description: 'What it is for',
} as const
