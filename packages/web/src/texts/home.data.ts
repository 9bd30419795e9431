import { formatCounted, nameVersion } from '@assay/core/wording'

export const homeTexts = {
  title: 'What needs a person?',
  /** `things`: over all projects. */
  answer: (things: number, projects: number, all: number) =>
    things === 0
      ? `Nothing waits. You see ${formatCounted(all, 'project')}.`
      : `${formatCounted(things, 'thing waits', 'things wait')} in ${projects} of ${formatCounted(all, 'project')}.`,
  noProjects: 'No project stands here yet.',
  project: 'Project',
  needs: 'Needs a person',
  nothing: 'nothing',
  waiting: {
    openReviews: (count: number) => formatCounted(count, 'open review'),
    waitingLabels: (count: number) => formatCounted(count, 'answer to label', 'answers to label'),
    proposals: (count: number) => formatCounted(count, 'proposal'),
    failedEvaluations: (count: number) => formatCounted(count, 'failed evaluation'),
  },
  version: (target: string, version: string | null) =>
    version === null ? target : `${target} ${nameVersion(version)}`,
  quality: 'Quality',
  change: 'Against the version before',
  findings: 'Open findings',
  cost: 'Cost this month',
  lastChange: 'Last change',
  neverEvaluated: 'never evaluated',
  nothingToCompare: 'nothing to compare',
  noFindings: 'none',
  critical: (count: number) => `${count} critical`,
  major: (count: number) => `${count} major`,
  minor: (count: number) => `${count} minor`,
  archived: 'archived',
  create: 'New project',
  createFirst: 'Make the first project',
  empty:
    'A project holds everything of one application: its versions, test sets, evaluations and what people decided.',
  example: 'Example: “Support assistant”, for the assistant your customers ask.',
  emptyGuest: 'Nobody gave you a project yet. An owner can do that.',
  createTitle: 'What is the application called?',
  table: 'Projects',
  counted: ['project', 'projects'],
  history: (versions: number) => `Passing over the ${formatCounted(versions, 'evaluation')} before`,
  cancel: 'Cancel',
} as const
