import type { DetectedSpan } from '../../ports/detector.ts'
import { createAssignedSecretRules } from './assigned-secret-rules.ts'
import { issuedTokens } from './issued-tokens.data.ts'
import { createKeywordIndex } from './keyword-index.ts'
import { namedTokens } from './named-tokens.data.ts'
import type { SecretRule } from './secret-rule.ts'
import { structuredSecretRules } from './structured-secret-rules.ts'
import { createNamedTokenRule, createTokenRule } from './token-rules.ts'
import { resolveOverlaps } from '../resolve-overlaps.ts'

/** The surest kinds first. */
const readRules = (): readonly SecretRule[] => [
  ...structuredSecretRules,
  ...issuedTokens.map(createTokenRule),
  ...namedTokens.map(createNamedTokenRule),
  ...createAssignedSecretRules(),
]

/** Made at the first text: start-up stays light. */
let findKeywords: ReturnType<typeof createKeywordIndex<SecretRule>> | undefined

/** The secrets of a text as it stands, in its order, none over another. */
export function findSecrets(text: string): readonly DetectedSpan[] {
  findKeywords ??= createKeywordIndex(readRules())
  const found: DetectedSpan[] = []
  /** Where a rule's last finding ends: its keywords within it are no new ones. */
  const ends = new Map<SecretRule, number>()
  for (const { at, keyword, rules } of findKeywords(text))
    for (const rule of rules) {
      if (at < (ends.get(rule) ?? 0)) continue
      const secret = rule.findAt(text, at, keyword)
      if (!secret) continue
      ends.set(rule, secret.end)
      found.push({ ...secret, label: rule.label })
    }
  return resolveOverlaps(found)
}
