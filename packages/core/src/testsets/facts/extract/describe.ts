import { isPlural } from '../language/inflect.ts'
import { readVerb } from '../language/verb-forms.ts'
import type { Lexicon } from '../language/lexicon.ts'

const settingKinds = /\b(?:option|setting|variable|parameter|flag|key|switch|argument)$/
const holdingKinds = /\b(?:field|header|column|property|file|table|attribute|parameter)$/
const signalKinds = /\b(?:code|error|warning|status|signal|message)$/
const measureStart =
  /^(?:number|time|path|folder|file|address|value|size|share|interval|part|method|form|memory|longest|shortest|lowest|highest|oldest|maximum|minimum|port|name|list|amount|length|free|level|limit|url|timeout)\b/i

/**
 * The predicate that a description gives its subject: "Number of workers." of an option → "sets the number of workers".
 * `null` when the description is no single complete phrase of a known shape.
 */
export function predicateOf(description: string, kind: string | null, lexicon: Lexicon): string | null {
  const [first, second] = splitOnce(description)
  if (kind === null || (second !== undefined && restricts.test(second.trim()))) return null
  const text = first.replace(/\.$/, '').trim()
  if (!isUsable(text)) return null
  const [head = ''] = text.split(' ')
  if (readVerb(head.toLowerCase())?.third === true) return nounsToo.test(head) ? null : lowerFirst(text)
  if (/^whether /i.test(text) && (settingKinds.test(kind) || holdingKinds.test(kind)))
    return `controls ${lowerFirst(text)}`
  if (signalKinds.test(kind)) return isClause(text) ? meansThat(text, lexicon) : null
  const verb = settingKinds.test(kind) ? 'sets' : holdingKinds.test(kind) ? 'holds' : null
  if (verb === null || isClause(text)) return null
  if (/^(?:the|an?) /i.test(text))
    return `${verb === 'sets' && taken.test(text) ? 'takes' : verb} ${lowerFirst(text)}`
  // "Limit the size" is an order, no measure.
  return measureStart.test(text) && !/^\w+ (?:the|an?|all|each|any) /i.test(text)
    ? `${verb} the ${lexicon.inSentence(text)}`
    : null
}

/** "Plugin did not start in time" leaves its article out, as descriptions in tables do. */
function meansThat(text: string, lexicon: Lexicon): string | null {
  const words = text
    .split(' ')
    .map((word) =>
      /^(?:[A-Z][a-z]+|An?)$/.test(word) && !lexicon.isProper(word) ? word.toLowerCase() : word,
    )
  const [first = ''] = words
  if (
    /^(?:undefined|missing|invalid|unknown|unexpected|async|no|failed|unable|called|using|only|not|there)$/.test(
      first,
    )
  )
    return null
  // "does not have `$id` property" lacks an article; "can be either" is a rule, not what went wrong.
  if (/\b(?:have|has|as|with|is|be|of) `[^`]+` [a-z]|\bcan be\b/.test(text)) return null
  const complete = /^(?:the|an?|each|every|all|both)$/.test(first) || /^[A-Z`]/.test(first) || isPlural(first)
  return `means that ${complete ? '' : 'the '}${words.join(' ')}`
}

/** Values one gives rather than sets. */
const taken =
  /^an? (?:[a-z-]+ )?(?:object|function|array|list|hash|callback|handler|instance|string|map|class|factory)\b/i

/** Plural nouns as often as verbs: "Answers of batch calls", "Documents the figures look at". */
const nounsToo =
  /^(?:documents|answers|calls|claims|attempts|attacks|offers|orders|records|places|plays|tests|results|changes|forms|groups|marks|parts|points|ranks|scores|signs|views|votes|works|patents|labels|dates|faces|houses|lives|judges|partners|fields|files|names|reports|states|limits|requests|releases|copies|values)$/i

/** A sentence that takes back or narrows what the first one says. */
const restricts = /^(?:if|when|unless|except|but|however|only|otherwise|instead|not|in v?\d|since|until)\b/i

const splitOnce = (text: string): [string, string | undefined] => {
  const at = text.search(/(?<=[a-z`)])\.\s+(?=[A-Z`])/)
  return at < 0 ? [text, undefined] : [text.slice(0, at + 1), text.slice(at + 1)]
}

const pronouns =
  /\b(?:it|its|they|their|them|this|these|those|you|your|we|our|i|he|she|his|her|one|see|below|above|following|e\.g|i\.e|etc|such as|may|might|example|(?:for|of|in|to|on|from|by) that)\b/i

const isUsable = (text: string): boolean => {
  const words = text.split(' ')
  return words.length >= 3 && words.length <= 18 && !pronouns.test(text) && !/[?!:;(—]/.test(text)
}

const finite = /\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|must|should|will|would)\b/
/** A finite verb stands before any relative clause. */
const isClause = (text: string): boolean =>
  finite.test(
    text.split(
      / (?:that|which|who|whose|when|where|after|before|if|has to|have to|for which|under which|at which|by which|to which) /,
    )[0] ?? '',
  ) && !/^[A-Z]?[a-z]+ (?:an?|the) \w+ (?:has|have) to\b/.test(text)

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) || text.startsWith('A ') ? text[0]?.toLowerCase() + text.slice(1) : text
