export {
  createHubClient,
  HubError,
  hubPath,
  type CallOptions,
  type HubClient,
  type HubClientOptions,
} from './hub-client.ts'
