import { splitSentences } from './split-clauses.ts'

export interface Refusal {
  /** `empty`: nothing was said. `policy`: it will not. `not-known`: it cannot. */
  readonly kind: 'empty' | 'policy' | 'not-known'
  /** [start, end) of the refusing words. */
  readonly span: readonly [number, number]
  /** What the answer says beyond the refusal, apologies and pointers elsewhere; each with its start in the answer. */
  readonly rest: readonly { readonly start: number; readonly text: string }[]
}

/**
 * Finds a target's refusal to answer. Only first-person statements and statements about the source of knowledge are
 * refusals: "the server refuses requests above 1 MB" and "plugins are not supported" are content.
 */
export function findRefusal(text: string): Refusal | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'empty', span: [0, text.length], rest: [] }
  const parts = splitStatements(text)
  const refusing = parts.flatMap((part) => {
    const kind = refusalKind(part.text)
    return kind === null ? [] : [{ ...part, kind }]
  })
  const first = refusing[0]
  if (first === undefined) return null
  const rest = parts.filter((part) => refusalKind(part.text) === null && !isCourtesy(part.text))
  return { kind: first.kind, span: [first.start, first.start + first.text.length], rest }
}

interface Statement {
  readonly start: number
  readonly text: string
}

/** Sentences, cut once more where "but" or "however" turns: "I am not sure, but it is 5". */
function splitStatements(text: string): readonly Statement[] {
  return splitSentences(text).flatMap((sentence) => {
    const statements: Statement[] = []
    let start = 0
    for (const match of sentence.text.matchAll(/[,;]?\s(?=(?:but|however|although|though|yet)\b)|;\s/giu)) {
      statements.push(trim(sentence.start + start, sentence.text.slice(start, match.index)))
      start = match.index + match[0].length
    }
    statements.push(trim(sentence.start + start, sentence.text.slice(start)))
    return statements.filter((statement) => /[\p{L}\p{N}]/u.test(statement.text))
  })
}

const trim = (start: number, text: string): Statement => ({
  start: start + text.length - text.trimStart().length,
  text: text.trim(),
})

function refusalKind(statement: string): Refusal['kind'] | null {
  const text = statement.replace(/’/g, "'").replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim()
  if (isConditional(text)) return null
  if (policyPatterns.some((pattern) => pattern.test(text))) return 'policy'
  return notKnownPatterns.some((pattern) => pattern.test(text)) ? 'not-known' : null
}

/** "If the port is not specified, …" tells about the subject, not about what is known of it. */
const isConditional = (text: string): boolean =>
  /^(?:and |but |so )?(?:if|when|whenever|unless|where|in case)\b(?!.*\b(?:i|we) (?:do not|don't|cannot|can't))/i.test(
    text,
  )

const isCourtesy = (text: string): boolean => courtesyPatterns.some((pattern) => pattern.test(text.trim()))

const speaker = String.raw`\b(?:i|we)(?:\s+(?:am|are|have)|'m|'re|'ve)?(?:\s+(?:really|currently|unfortunately|simply|just|also|still))?`
const cannot = String.raw`(?:can ?not|can't|could ?n[o']t|could not|(?:am |are |was |were )?(?:not able|unable) to|do not|don't|did not|didn't|haven't|have not|won't|will not)`
const source = String.raw`(?:(?:provided|given|available|supplied|retrieved|above|current|official|knowledge|source|reference|search|product|existing|this|that|these|those|the|my|our|your|any|of)\s+){0,6}(?:documentation|document|documents|docs|context|contexts|passage|passages|text|texts|source|sources|knowledge base|information|material|materials|article|articles|page|pages|data|excerpt|excerpts|manual|handbook|content|results?|records?|reports?|guides?|brochure|faq|minutes|transcripts?|leaflet)`
const notSaid = String.raw`(?:mention|mentions|specify|specifies|state|states|say|says|contain|contains|provide|provides|include|includes|cover|covers|describe|describes|give|gives|indicate|address|addresses|discuss|explain|list|tell|answer|have|define|document|reveal|offer)`
const unsaid = String.raw`(?:mentioned|specified|stated|provided|included|covered|documented|described|given|indicated|addressed|discussed|disclosed|found|available|defined|known|listed)`

const insensitive = (pattern: string): RegExp => new RegExp(pattern, 'iu')

const policyPatterns: readonly RegExp[] = [
  insensitive(
    String.raw`${speaker}\s+${cannot}\s+(?:\w+\s+)?(?:assist|comply|help (?:you )?with (?:that|this)|discuss|engage|fulfil|fulfill|do that)\b`,
  ),
  insensitive(
    String.raw`\b(?:i|we) (?:must|have to) (?:decline|refuse)|\bi(?:'m| am) not (?:allowed|permitted)\b`,
  ),
  insensitive(
    String.raw`\bi (?:decline|refuse) to (?:answer|say|respond)\b|\bagainst (?:my|our) (?:policy|guidelines)\b`,
  ),
]

const notKnownPatterns: readonly RegExp[] = [
  insensitive(
    String.raw`${speaker}\s+${cannot}\s+(?:\w+\s+)?(?:know|find|answer|say|tell|determine|provide|help|see|locate|confirm|identify|verify|give|access|recall|have)\b(?! (?:to|enough of that)\b)`,
  ),
  insensitive(
    String.raw`^(?:sorry[,:]?\s+)?(?:cannot|can't|could not|couldn't|unable to|don't|do not|not able to) (?:find|answer|know|determine|tell|say|locate|have)\b`,
  ),
  insensitive(
    String.raw`${speaker}\s+(?:not (?:sure|certain|aware)|unsure|uncertain|unaware)\b|^(?:i'm |i am )?(?:not sure|unsure|no idea)\b`,
  ),
  insensitive(
    String.raw`\b${source}\s+(?:do|does|did)(?: not|n't)(?: (?:actually|explicitly|specifically|directly|seem to|appear to))*\s+${notSaid}\b`,
  ),
  insensitive(
    String.raw`\b(?:is|are|was|were|been|be)(?: not|n't)(?: (?:explicitly|specifically|directly|currently|publicly|clearly))*\s+${unsaid}\b(?! (?:by|to|for|as|with|at|on) (?!${source}))`,
  ),
  insensitive(
    String.raw`^(?:this|that|it)? ?(?:is )?not (?:explicitly )?${unsaid}(?: (?:in|by|from) (?:the |this |any )?${source})?[.!]?$`,
  ),
  insensitive(
    String.raw`\bnot (?:explicitly |specifically |directly )?${unsaid} (?:anywhere )?(?:in|by|within|from) ${source}\b`,
  ),
  insensitive(
    String.raw`\b(?:there is|there's|there are|i have|i found|i see|we have|contains?|provides?|gives?|has|have|makes?|found)\s+no\s+(?:\w+\s+){0,2}(?:information|mention|details?|data|answer|indication|reference|record|documentation)\b`,
  ),
  insensitive(String.raw`^no (?:\w+ )?(?:information|mention|details?|answer|data|indication)\b`),
  insensitive(
    String.raw`\b(?:no|not enough|insufficient|lacks?|lacking|without) (?:relevant |sufficient |specific |enough )?(?:information|context|details?)\b(?=.*\b(?:to|about|on|regarding|available|answer)\b|[.!]?$)`,
  ),
  insensitive(
    String.raw`\b(?:outside|beyond|out of|not within) (?:of )?(?:the |my |our )?(?:scope|knowledge|expertise|area)\b`,
  ),
  insensitive(
    String.raw`(?<!\b(?:that|when|if|means|because)\b.{0,60})\b(?:cannot|can't|could not|can not|couldn't) be (?:answered|determined|found|inferred|established)\b`,
  ),
  insensitive(
    String.raw`\b${source}\s+(?:gives?|states?|lists?|mentions?|specif(?:y|ies)|names?|provides?)\s+no\b|\bthere(?:'s| is| was) nothing (?:about|on|regarding|concerning)\b|\b(?:outside|beyond) (?:of )?what ${source} (?:covers?|describes?|says?)\b`,
  ),
  insensitive(
    String.raw`\b(?:nothing|none|neither)\b.{0,40}\b${source}\b.{0,40}\b${notSaid}\b|\b${source} (?:says?|has|have|contains?) nothing\b|\bnothing (?:about|on) (?:this|that|it) in\b`,
  ),
  insensitive(String.raw`\b${source} (?:is|are) silent\b|\bfound nothing\b|\bunanswerable\b`),
  insensitive(
    String.raw`^(?:the answer is )?(?:n\/a|unknown|not known|no answer|none found|no idea|not applicable|null|undefined)[.!]?$`,
  ),
]

const courtesyPatterns: readonly RegExp[] = [
  insensitive(
    String.raw`^(?:i'm|i am|we're|we are)?\s*(?:so |very |truly )?(?:sorry|afraid|apologi[sz]e|unfortunately)\b[^\d]*$`,
  ),
  insensitive(
    String.raw`^(?:but |however,? )?(?:please|kindly|you (?:may|might|can|could|should)(?: want to| wish to| need to)?|i(?:'d| would)? (?:recommend|suggest|advise)|let me know|feel free|if you (?:have|need|can|could)|try|for (?:more|further)|could you|would you|is there|do you|how can)\b`,
  ),
  insensitive(
    String.raw`^(?:but )?i (?:can|could|would be happy to|am happy to|'m happy to|'d be happy to) (?:only )?(?:help|assist|answer)\b`,
  ),
  insensitive(String.raw`^(?:thanks|thank you|hello|hi|great question|good question)\b[^\d]*$`),
]
