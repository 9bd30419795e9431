export { createAddressPolicy, type AddressPolicy } from './address-policy.ts'
export { findRefusal } from './find-refusal.ts'
export { guardConnections, type ConnectionRule } from './guard-connections.ts'
export { isPrivateAddress } from './is-private-address.ts'
