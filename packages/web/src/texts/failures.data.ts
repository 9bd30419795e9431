import { formatCount, formatCounted, nameVersion } from '@assay/core/wording'

/** How many cases, in which version. */
type CountIn = readonly [cases: number, version: string]

/** Of error analysis: notes on failures, sorted into categories. */
export const failureTexts = {
  title: 'How does it fail?',
  none: 'Nobody noted anything yet.',
  answer: (notes: string, largest: string | null, unsorted: number) =>
    [
      `${notes}.`,
      ...(largest === null ? [] : [largest]),
      ...(unsorted === 0 ? [] : [`${formatCounted(unsorted, 'note')} in no category.`]),
    ].join(' '),
  notes: (n: number) => formatCounted(n, 'note'),
  largest: (name: string, cases: number, of: string) =>
    `Most often “${name}”: ${formatCounted(cases, 'case')} in ${of}.`,
  empty:
    'Read failures and note in your own words what went wrong; then sort the notes into categories. Their counts over versions say what to mend first.',
  example:
    'On a result press e, choose “The answer is wrong in a way no check names”, and write what you see.',
  categories: {
    title: 'Categories',
    none: 'There is no category yet.',
    counts: 'Cases by category and version',
    name: 'Category',
    all: 'All',
    unsorted: 'In none',
    reading: (name: string, [from, before]: CountIn, [to, after]: CountIn) =>
      `“${name}” went from ${formatCounted(from, 'case')} in ${before} to ${formatCount(to)} in ${after}.`,
    partial: 'Counted are cases that somebody noted, not all that fail.',
    add: 'New category',
    addTitle: 'What is the category called?',
    field: 'Name',
    description: 'What belongs into it',
    submit: 'Make it',
    rename: 'Rename',
    renameTitle: 'What is it to be called?',
    save: 'Save',
    merge: 'Merge',
    mergeTitle: (name: string) => `Into which category does “${name}” go?`,
    into: 'Into',
    mergeLosses: (name: string, n: number) =>
      `All notes of “${name}” move (${formatCounted(n, 'case')} counted so far), and “${name}” is removed. It cannot be taken apart again.`,
    mergeSubmit: 'Merge',
    merged: 'Merged',
    actions: 'Actions',
    version: (version: string) => nameVersion(version),
    older: (n: number) => `${formatCounted(n, 'older evaluation')} not shown`,
  },
  table: {
    label: 'Notes on failures',
    counted: ['note', 'notes'],
    text: 'What somebody saw',
    case: 'Case',
    category: 'Category',
    by: 'Noted by',
    evaluation: 'Evaluation',
    noCategory: 'none',
    move: 'Move to',
    choose: 'choose a category',
    none: 'no category',
    moved: (n: number, name: string) => `${formatCounted(n, 'note')} moved to ${name}`,
    movedOut: (n: number) => `${formatCounted(n, 'note')} taken out of all categories`,
  },
} as const
