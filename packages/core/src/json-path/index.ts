export { findPathFault } from './find-path-fault.ts'
export { queryJson, queryList } from './query-json.ts'
