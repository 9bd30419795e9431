export { emptyChain, extendChain, hashAuditEntry, type AuditChain } from './audit-chain.ts'
