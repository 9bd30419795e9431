import type { Span } from '../../knowledge/split-sentences.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { checkSplitClaimsPrompt } from '../../prompts/check-split-claims.data.ts'
import { ok, type Result } from '../../result.ts'
import { askJudge, type Asking } from './ask-judge.ts'
import { isEmptyText, quoteShort } from './case-texts.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'

/** One statement of fact, understood alone, with the words of the text that make it. */
export interface Claim {
  readonly text: string
  readonly span: Span
}

/** Nothing was judged, and why. */
export interface NotJudged {
  readonly outcome: 'not-judged'
  readonly reason: string
}

/**
 * The claims of fact a text makes: the one way to split for every check. `question`: what it answers, so that a short
 * answer becomes a full claim. One call; not judged where a claim's words do not stand in the text.
 */
export async function splitClaims(
  asking: Asking,
  text: string,
  question: readonly FencedText[] = [],
): Promise<Result<readonly Claim[] | NotJudged>> {
  if (isEmptyText(text)) return ok([])
  const asked = await askJudge(
    asking,
    checkSplitClaimsPrompt,
    { question, text: [{ label: 'text', text }] },
    {
      check: ({ claims }, ask) => {
        const placed = placeClaims(claims, text)
        return ask === 1 && 'outcome' in placed ? `claims: ${placed.reason}` : null
      },
    },
  )
  return asked.ok ? ok(placeClaims(asked.value.claims, text)) : asked
}

/** Written claims with the places of their words; not judged where one is empty or its words do not stand in the text. */
export function placeClaims(
  written: readonly { readonly quote: string; readonly claim: string }[],
  text: string,
): readonly Claim[] | NotJudged {
  const claims: Claim[] = []
  for (const { quote, claim } of written) {
    const span = locateQuote(quote, text)
    if (isEmptyText(claim)) return { outcome: 'not-judged', reason: 'a claim is empty' }
    if (span === null)
      return { outcome: 'not-judged', reason: `the quote ${quoteShort(quote)} does not stand in the text` }
    claims.push({ text: claim.trim(), span })
  }
  return claims
}
