import type { Check } from '../check.ts'
import { containsCheck } from './contains.ts'

export const textChecks: readonly Check[] = [containsCheck]
