import { hash } from 'node:crypto'
import type { Hash } from '@assay/core'

export const sha256: Hash = (text) => hash('sha256', text)
