import { endpoints } from '@assay/contracts/hub'

/** An action as a person reads it: `changeDocument` → "Change document", `sign-in` → "Sign in". */
export function nameAction(action: string): string {
  const words = action
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
    .replaceAll(/\bapi\b/g, 'API')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** What the log can hold of requests, in the order of their words. */
export const auditedActions = Object.entries(endpoints)
  .filter(([, row]) => row.method !== 'GET' && !('unaudited' in row))
  .map(([value]) => ({ value, label: nameAction(value) }))
  .sort((one, other) => one.label.localeCompare(other.label))
