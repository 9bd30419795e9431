export { createUserCode } from './create-user-code.ts'
