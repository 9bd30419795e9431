import type { Command } from './command.ts'

/** One row a command. `load` is called for the command that runs, so that help and start stay light. */
export interface CommandRow {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly command: Command }>
}

export const commandGroups: Readonly<Record<string, string>> = {
  kb: 'Knowledge bases: add documents, search, audit, topics',
  testset: 'Test sets: generate, review, import and export questions',
  target: 'The system under test',
  eval: 'Evaluation: run, score again, look, compare',
  check: 'Checks: list, explain, run one over a file',
  judge: 'Judges: label answers, measure, calibrate and compare them, their cards',
  stats: 'Statistics on figures of your own: power, interval, compare, agree',
  models: 'The small local models',
  hub: 'The hub: send runs, test sets and knowledge bases to it, fetch them from it',
}

export const commandTable: readonly CommandRow[] = [
  {
    name: 'demo',
    summary: 'Test the demo assistant, or your own documents: demo [FOLDER]',
    load: () => import('./commands/demo.ts'),
  },
  {
    name: 'init',
    summary: 'Write a working assay.yaml from a few questions',
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'doctor',
    summary: 'Check runtime, models, providers and disk',
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'kb add',
    summary: 'Add documents to a knowledge base',
    load: () => import('./commands/kb-add.ts'),
  },
  {
    name: 'kb sync',
    summary: 'Read the sources again; touch only what changed',
    load: () => import('./commands/kb-sync.ts'),
  },
  { name: 'kb list', summary: 'List the knowledge bases', load: () => import('./commands/kb-list.ts') },
  { name: 'kb show', summary: 'Show documents and chunks', load: () => import('./commands/kb-show.ts') },
  {
    name: 'kb search',
    summary: 'Search, and say why each hit came up',
    load: () => import('./commands/kb-search.ts'),
  },
  {
    name: 'kb audit',
    summary: 'Find conflicts, duplicates and dangling references',
    load: () => import('./commands/kb-audit.ts'),
  },
  {
    name: 'kb topics',
    summary: 'Show, find and name the topics',
    load: () => import('./commands/kb-topics.ts'),
  },
  { name: 'kb remove', summary: 'Remove a knowledge base', load: () => import('./commands/kb-remove.ts') },
  {
    name: 'testset generate',
    summary: 'Generate questions from a knowledge base',
    load: () => import('./commands/testset-generate.ts'),
  },
  {
    name: 'testset validate',
    summary: 'Test a test set against its knowledge base',
    load: () => import('./commands/testset-validate.ts'),
  },
  {
    name: 'testset review',
    summary: 'Accept, edit or reject cases, by key or through a sheet',
    load: () => import('./commands/testset-review.ts'),
  },
  {
    name: 'testset show',
    summary: 'Show counts, one case, or what went stale',
    load: () => import('./commands/testset-show.ts'),
  },
  {
    name: 'testset edit',
    summary: 'Change one case',
    load: () => import('./commands/testset-edit.ts'),
  },
  {
    name: 'testset import',
    summary: 'Read a test set from another format',
    load: () => import('./commands/testset-import.ts'),
  },
  {
    name: 'testset export',
    summary: 'Write a test set in another format',
    load: () => import('./commands/testset-export.ts'),
  },
  {
    name: 'testset counterfactual',
    summary: 'Make pairs of cases that differ in one identity alone',
    load: () => import('./commands/testset-counterfactual.ts'),
  },
  {
    name: 'target test',
    summary: 'Send one question and show what was understood',
    load: () => import('./commands/target-test.ts'),
  },
  {
    name: 'eval run',
    summary: 'Run a test set against a target',
    load: () => import('./commands/eval-run.ts'),
  },
  {
    name: 'eval resume',
    summary: 'Go on with a run that was stopped',
    load: () => import('./commands/eval-resume.ts'),
  },
  {
    name: 'eval score',
    summary: 'Judge stored answers again, without asking the target',
    load: () => import('./commands/eval-score.ts'),
  },
  {
    name: 'eval show',
    summary: 'Show runs, one run, its failures or one case',
    load: () => import('./commands/eval-show.ts'),
  },
  {
    name: 'eval failures',
    summary: 'Group failures by check, outcome and slice',
    load: () => import('./commands/eval-failures.ts'),
  },
  {
    name: 'eval compare',
    summary: 'Compare two runs case by case',
    load: () => import('./commands/eval-compare.ts'),
  },
  {
    name: 'judge label',
    summary: 'Label answers of a run by hand, to measure its judge',
    load: () => import('./commands/judge-label.ts'),
  },
  {
    name: 'judge measure',
    summary: 'How far a judge agrees with labels, and its card',
    load: () => import('./commands/judge-measure.ts'),
  },
  {
    name: 'judge calibrate',
    summary: 'Learn a threshold on one half of labelled cases, prove it on the other',
    load: () => import('./commands/judge-calibrate.ts'),
  },
  {
    name: 'judge compare',
    summary: 'Compare two judges on the same labels',
    load: () => import('./commands/judge-compare.ts'),
  },
  {
    name: 'judge card',
    summary: 'What is known of a judge or a detector: measured on what, fooled by what',
    load: () => import('./commands/judge-card.ts'),
  },
  {
    name: 'eval counterfactual',
    summary: 'Compare the answers to pairs that differ in one identity',
    load: () => import('./commands/eval-counterfactual.ts'),
  },
  {
    name: 'check list',
    summary: 'List the checks',
    load: () => import('./commands/check-list.ts'),
  },
  {
    name: 'check explain',
    summary: 'What one check measures, takes and costs',
    load: () => import('./commands/check-explain.ts'),
  },
  {
    name: 'check run',
    summary: 'Run one check over JSON Lines',
    load: () => import('./commands/check-run.ts'),
  },
  {
    name: 'eval matrix',
    summary: 'Cross targets, prompts and parameters, and compare all settings',
    load: () => import('./commands/eval-matrix.ts'),
  },
  {
    name: 'report',
    summary: 'Write a report: HTML, JSON, CSV, Markdown, JUnit, RAGET',
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'stats power',
    summary: 'How many cases show a difference, or what the cases can show',
    load: () => import('./commands/stats-power.ts'),
  },
  {
    name: 'stats interval',
    summary: 'A rate, mean, median or 95th percentile with its interval',
    load: () => import('./commands/stats-interval.ts'),
  },
  {
    name: 'stats compare',
    summary: 'Compare two runs from counts or files',
    load: () => import('./commands/stats-compare.ts'),
  },
  {
    name: 'stats agree',
    summary: 'How far raters agree, or a score with what is true',
    load: () => import('./commands/stats-agree.ts'),
  },
  {
    name: 'models pull',
    summary: 'Fetch the two small local models',
    load: () => import('./commands/models-pull.ts'),
  },
  {
    name: 'hub status',
    summary: 'Which hub, which project, as whom',
    load: () => import('./commands/hub-status.ts'),
  },
  {
    name: 'hub audit',
    summary: 'See that nobody altered the audit log',
    load: () => import('./commands/hub-audit.ts'),
  },
  {
    name: 'hub push',
    summary: 'Send a run, a test set or a knowledge base to the hub',
    load: () => import('./commands/hub-push.ts'),
  },
  {
    name: 'hub pull',
    summary: 'Fetch a run or a test set from the hub',
    load: () => import('./commands/hub-pull.ts'),
  },
  {
    name: 'gate',
    summary: 'Exit with 1 where a gate of a run failed; write JUnit, SARIF, Markdown',
    load: () => import('./commands/gate.ts'),
  },
  {
    name: 'serve',
    summary: 'The hub: every model, data set and evaluation of every project in one place',
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'backup',
    summary: 'Write everything a hub keeps into a folder, while it works',
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    summary: 'Fill an empty data folder from a backup',
    load: () => import('./commands/restore.ts'),
  },
]
