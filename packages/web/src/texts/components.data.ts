import { formatCount, formatCounted } from '@assay/core/wording'

export const componentTexts = {
  table: {
    columns: 'Columns',
    columnsHint: 'Shown columns; kept in this browser',
    select: (row: string) => `Select ${row}`,
    selectAll: 'Select all that are loaded',
    selected: (count: number) => `${formatCount(count)} selected`,
    clearSelection: 'Select none',
    /** `total` `undefined`: not counted. */
    count: (shown: number, total: number | undefined, [one, many]: readonly [string, string]) =>
      total === undefined
        ? `${formatCount(shown)}+ ${many}`
        : shown < total
          ? `${formatCount(shown)} of ${formatCounted(total, one, many)} loaded`
          : formatCounted(total, one, many),
    loading: 'Loading',
    loadingMore: 'Loading more',
    loadMore: 'Load more',
    noneFits: 'Nothing fits the filter.',
    clearFilter: 'Clear the filter',
    filter: 'Filter',
    next: 'Next row',
    previous: 'Previous row',
    open: 'Open the row',
    toggle: 'Select the row',
  },
  filters: {
    any: 'any',
    clear: 'Clear the filter',
  },
  confirm: {
    typeToConfirm: (word: string) => `Type “${word}” to confirm`,
    cancel: 'Cancel',
  },
  unsaved: {
    title: 'Leave without saving?',
    losses: 'What you changed on this page is lost.',
    leave: 'Leave',
  },
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  changes: {
    none: 'Nothing differs.',
    place: 'Where',
    before: 'Before',
    after: 'After',
    wasNotThere: 'was not there',
    isGone: 'is gone',
    whole: 'the whole',
  },
  chart: {
    notTested: 'not tested',
    gate: (gate: string) => `gate ${gate}`,
    margin: (margin: string) => `margin ±${margin} points`,
    band: 'the margin within which a difference does not matter',
    asTable: 'As a table',
    versions: 'Passing by version',
    table: 'The figures as a table',
    version: 'Version',
    passing: 'Passing',
    changed: 'What changed',
  },
  comments: {
    title: 'Comments',
    none: 'Nobody has said anything yet.',
    add: 'Comment',
    hint: '@ names somebody, who is told.',
    send: 'Comment',
    edit: 'Edit',
    save: 'Save',
    edited: 'edited',
    resolved: 'resolved',
    resolve: 'Resolve',
    reopen: 'Open again',
    people: 'People to name',
    mention: (name: string) => `@${name}`,
  },
} as const
