export { queryJson, queryList } from './query-json.ts'
