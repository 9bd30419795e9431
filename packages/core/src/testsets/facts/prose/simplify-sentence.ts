import { readVerb } from '../language/verb-forms.ts'
import { withoutNames } from './read-clause.ts'

/** Conditions that hold for the main clause wherever they stand. */
const conditions = /\b(?:if|unless|except|whenever|whether|provided that|depending|as long as|no longer)\b/i
/** Hedges and denials, which matter in the main clause. */
const hedges =
  /\b(?:until|when|only|not|never|hardly|nearly|almost|about|approximately|around|roughly|estimated|perhaps|probably|possibly|allegedly|reportedly|supposedly|claimed?|believed?|thought|considered|said|may|might|could|would|should)\b/i

/**
 * The main clause of a sentence without what may be set aside: parentheses, appositives after the subject, relative
 * clauses and participles after a comma, and a second predicate. `null`: a condition or a hedge governs it.
 */
export function simplifySentence(sentence: string): string | null {
  if (conditions.test(withoutNames(sentence.replace(/`[^`]*`/g, '')))) return null
  const plain = sentence
    .replace(/\s*\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(/\s*\[[^\]]*\]/g, '')
    .replace(/ also(?= )/g, '')
    .replace(/\.$/, '')
  const core = withoutSecondPredicate(
    withoutTail(withoutApposition(withoutReduced(plain))).replace(
      / (?:because of|due to|in order to|so that|thanks to|while) .*$/,
      '',
    ),
  )
  if (hedges.test(withoutNames(core.replace(/`[^`]*`/g, '')))) return null
  return core.split(' ').length >= 3 ? `${core}.` : null
}

/** "ABC Company is a software company founded in 2010": the participle is what is told. */
const withoutReduced = (text: string): string =>
  text.replace(
    /^(.+?) (is|was) an? [\w -]+? (founded|established|built|created|released|published|introduced|launched|written|designed|developed|formed|opened|completed) ((?:in|on|by) .+)$/,
    '$1 was $3 $4',
  )

const leadingTime = /^(?:In|On) (?:(?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2},? )?)?\d{4},? (?=[A-Z])/

/** ", a Scottish chemist," between the subject and its verb, also behind a leading date. */
function withoutApposition(sentence: string): string {
  const time = leadingTime.exec(sentence)?.[0] ?? ''
  return time + withoutSubjectApposition(sentence.slice(time.length))
}

function withoutSubjectApposition(given: string): string {
  const text = given.replace(
    /^((?!In |On )[^,]+), (?:at|under|with|on|for|along with|together with) [^,]{3,60}, (?=[a-z]+ed |was |were |is |are )/,
    '$1 ',
  )
  const match =
    /^([^,]+), ((?:an?|the|one of|formerly|also|then|now|known|called|located|based|founded|established)\b[^,]*|[A-Z][^,]{2,40}), (\S+) (.*)$/.exec(
      text,
    )
  if (
    !match ||
    /^(?:In|On|At|By|During|After|Before|Since|From|With|As|Under|Until|For)\b/.test(match[1] ?? '')
  )
    return text
  const verb = match[3] ?? ''
  const form = readVerb(verb)
  return /^(?:is|are|was|were|has|had|have)$/.test(verb) || form?.past === true || form?.third === true
    ? `${match[1]} ${verb} ${match[4]}`
    : text
}

const tails =
  /, (?:and (?:later|then|also|now)|which|who|whose|whom|where|while|although|though|but|whereas|so|because|since it|as well as|including|making|leading|allowing|creating|giving|with|followed|thus|and (?:was|were|is|are|has|had|have|it|he|she|they|the|in|by|its|his|her)|and [a-z]+ed|[a-z]+ing|after|before|resulting|despite|according|originally|initially|as the|as an?|mainly|especially|particularly|partly|mostly|known|named|called|based|one of|an?|the [a-z]+)\b.*$/

/** Relative clauses, participles and further clauses after a comma. A leading adverbial keeps its comma. */
function withoutTail(text: string): string {
  const leading = leadingTime.exec(text)?.[0] ?? ''
  const rest = text.slice(leading.length)
  // ", the admin API and the dashboard" goes on with a list.
  const cut = rest.replace(tails, (tail) => (/^, (?:an?|the) .*(?:,| and )/.test(tail) ? tail : ''))
  return leading + (cut.split(' ').length >= (leading === '' ? 4 : 3) ? cut : rest)
}

/** "was established in 1817 and continued trading": the first predicate is whole. */
function withoutSecondPredicate(text: string): string {
  const words = text.split(' ')
  const at = words.findIndex(
    (word, index) => word === 'and' && index > 3 && startsPredicate(words, index + 1),
  )
  // "designed and constructed" shares its object.
  if (at < 0 || readVerb(words[at - 1] ?? '')?.past === true) return text
  const first = words.slice(0, at).join(' ').replace(/,$/, '')
  return /\b(?:between|both|from)\b/.test(first) ? text : first
}

function startsPredicate(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (/^(?:is|are|was|were|has|had|have)$/.test(word)) return true
  const form = readVerb(word)
  return (form?.past === true && !form.base) || form?.third === true
}
