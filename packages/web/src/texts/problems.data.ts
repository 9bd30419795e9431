export const problemTexts = {
  page: 'This page could not be shown',
  inThisPage: 'This page broke',
  reloadThePage: 'reload it; if it breaks again, report it with what you did',
  notReached: 'The hub could not be reached',
  where: 'where',
  fix: 'what to do',
  requestId: 'request id',
  tryAgain: 'Try again',
  conflict: {
    title: 'Somebody else changed this in the meantime',
    text: 'Nothing of yours was saved. Look at what stands there now, or save yours over it.',
    reload: 'Show what stands there now',
    keepMine: 'Save mine over it',
  },
  notFound: {
    title: 'Nothing is here',
    text: 'There is nothing at this address, or you may not see it.',
    home: 'Go to the home page',
  },
} as const
