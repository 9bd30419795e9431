export { diffJson } from './diff-json.ts'
