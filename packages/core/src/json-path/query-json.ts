import { JSONPath } from 'jsonpath-plus'

/** All values at a JSONPath. Filters run in the library's own evaluator, never as JavaScript. Throws on a broken path. */
export function queryJson(path: string, json: unknown): readonly unknown[] {
  if (typeof json !== 'object' || json === null) return path === '$' ? [json] : []
  const found: unknown = JSONPath({ path, json, eval: 'safe', wrap: true })
  return Array.isArray(found) ? found : []
}

/** The list at a path: one matched list is that list, otherwise all matches; `null` when nothing stands there. */
export function queryList(path: string, json: unknown): readonly unknown[] | null {
  const found = queryJson(path, json)
  const only = found[0]
  if (found.length === 1 && Array.isArray(only)) return only
  return found.length === 0 || (found.length === 1 && (only === null || only === undefined)) ? null : found
}
