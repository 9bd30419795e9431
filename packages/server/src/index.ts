export { startHub } from './start-hub.ts'
export type { HubSettings, OidcProvider } from './settings.ts'
export { backupStoppedHub } from './backup/backup-stopped-hub.ts'
export { restoreBackup, type RestoredBackup } from './backup/restore-backup.ts'
