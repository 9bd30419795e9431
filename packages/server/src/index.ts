export { startHub } from './start-hub.ts'
export type { HubSettings, OidcProvider } from './settings.ts'
