import type { Hub } from '../hub.ts'
import type { ChangedDocument } from './hub-jobs.ts'

/** After a document got a version, or was put away or brought back: schedules that rest on it follow. Call it after the commit. */
export const onDocumentChanged = ({ jobs }: Pick<Hub, 'jobs'>, document: ChangedDocument): Promise<void> =>
  jobs.documentChanged(document)
