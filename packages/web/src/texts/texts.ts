/**
 * Every text a reader sees, by area. Use: `import * as t from '../texts/texts.ts'`, then `t.home.title`. Re-exports, so
 * that a page's texts travel in the page's own chunk.
 */
export { accountTexts as account } from './account.data.ts'
export { apiKeyTexts as apiKeys } from './api-keys.data.ts'
export { auditTexts as audit } from './audit.data.ts'
export { comparisonTexts as comparisons } from './comparisons.data.ts'
export { componentTexts as components } from './components.data.ts'
export { evaluationTexts as evaluations } from './evaluations.data.ts'
export { frameTexts as frame } from './frame.data.ts'
export { homeTexts as home } from './home.data.ts'
export { memberTexts as members } from './members.data.ts'
export { overviewTexts as overview } from './overview.data.ts'
export { problemTexts as problems } from './problems.data.ts'
export { projectTexts as projects } from './projects.data.ts'
export { settingsTexts as settings } from './settings.data.ts'
export { signInTexts as signIn } from './sign-in.data.ts'
export { discussionTexts as discussion } from './discussion.data.ts'
export { documentFieldTexts as fields } from './document-fields.data.ts'
export { documentTexts as documents } from './documents.data.ts'
export { testSetTexts as testSets } from './test-sets.data.ts'
