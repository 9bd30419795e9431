export const discussionTexts = {
  title: 'What do others say?',
  empty: 'Nobody has said anything yet.',
  add: 'Your comment',
  send: 'Comment',
  resolve: 'Resolve',
  reopen: 'Reopen',
  resolved: 'resolved',
  unsaved: 'Leave without saving?',
  unsavedLosses: 'What you changed on this page is lost.',
  leave: 'Leave',
} as const
