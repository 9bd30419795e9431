import type { Span } from '../../knowledge/split-sentences.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { checkSplitClaimsPrompt } from '../../prompts/check-split-claims.data.ts'
import { ok, type Result } from '../../result.ts'
import { askJudge, type Asking } from './ask-judge.ts'
import { isEmptyText, quoteShort } from './case-texts.ts'
import { locateQuote } from './locate-quote.ts'

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
    { check: ({ claims }, ask) => (ask === 1 ? describeLoose(claims, text) : null) },
  )
  if (!asked.ok) return asked
  const { claims } = asked.value
  const loose = describeLoose(claims, text)
  if (loose !== null) return ok({ outcome: 'not-judged', reason: `the text could not be split: ${loose}` })
  return ok(claims.flatMap(({ quote, claim }) => place(claim, locateQuote(quote, text))))
}

type Written = readonly { readonly quote: string; readonly claim: string }[]

function describeLoose(claims: Written, text: string): string | null {
  const loose = claims.find(({ quote, claim }) => isEmptyText(claim) || locateQuote(quote, text) === null)
  if (loose === undefined) return null
  return isEmptyText(loose.claim)
    ? 'claims: a claim is empty'
    : `claims: the quote ${quoteShort(loose.quote)} does not stand in the text`
}

const place = (claim: string, span: Span | null): readonly Claim[] =>
  span === null ? [] : [{ text: claim.trim(), span }]
