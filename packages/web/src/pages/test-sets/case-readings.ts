/** What is no longer right once the cases of a test set have changed. */
export const caseReadings = [
  'listCases',
  'countCases',
  'getCase',
  'listCaseHistory',
  'getTestSet',
  'listTestSets',
  'listTestSetVersions',
] as const
