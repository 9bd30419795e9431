import type { DetectedSpan, Detection, Detector } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import { createAssignedSecretRules } from './assigned-secret-rules.ts'
import { issuedTokens } from './issued-tokens.data.ts'
import { createKeywordIndex } from './keyword-index.ts'
import { namedTokens } from './named-tokens.data.ts'
import type { SecretRule } from './secret-rule.ts'
import { structuredSecretRules } from './structured-secret-rules.ts'
import { createNamedTokenRule, createTokenRule } from './token-rules.ts'
import { detectorVersions } from '../detector-versions.data.ts'
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

function detectText(text: string): Detection {
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
  const spans = resolveOverlaps(found)
  return { score: Math.max(0, ...spans.map(({ score }) => score)), spans }
}

/** Keys, tokens and passwords: by their issuer's form, by checksums, by the names and texts they stand in. */
export const secretsDetector: Detector & { readonly detectText: (text: string) => Detection } = {
  id: 'secrets',
  version: detectorVersions.secrets,
  detectText,
  detect: (inputs) => Promise.resolve(ok(inputs.map(({ text }) => detectText(text)))),
}
