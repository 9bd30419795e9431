import { createHubClient } from '@assay/sdk'

/** The hub that served this page; the browser's session cookie says who asks. */
export const hub = createHubClient({ url: '' })
