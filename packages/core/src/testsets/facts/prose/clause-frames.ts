import { readDate } from '../extract/read-date.ts'
import { readTypedValue } from '../extract/typed-value.ts'
import { durationUnits } from '../extract/units.data.ts'
import { readVerb, thirdPerson } from '../language/verb-forms.ts'
import { humanVerbs, irregularVerbs } from '../language/verbs.data.ts'
import type { TypedValue } from '../triple.ts'
import { invert, type Clause } from './read-clause.ts'

/** A clause turned into its question; the subject stands in it as `subject`. */
interface ClauseQuestion {
  readonly frame: string
  readonly question: string
  readonly value: TypedValue
  /** What of the clause goes into the question beside the subject. */
  readonly rest: string
  /** Distinguishes facts of one subject. */
  readonly attribute: string
}

type ClauseFrame = (clause: Clause, subject: string) => ClauseQuestion | null

const number =
  '(?:\\d[\\d,.]*\\d|\\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)'

const makeQuestion = (
  frame: string,
  clause: Clause,
  parts: { wh: string; subject: string; rest: string; value: TypedValue | null },
): ClauseQuestion | null => {
  if (parts.value === null) return null
  const question = [parts.wh, invert(clause, parts.subject), parts.rest]
    .filter((part) => part !== '')
    .join(' ')
  return {
    frame,
    question,
    value: parts.value,
    rest: parts.rest,
    attribute: `${parts.wh} ${clause.lemma} ${parts.rest}`.trim(),
  }
}

const whenOf = (granularity: string | undefined): string =>
  granularity === 'year' ? 'in which year' : granularity === 'month' ? 'in which month and year' : 'when'

/** "In 1900, Tesla was granted patents for …" */
const leadingDate: ClauseFrame = (clause, subject) => {
  if (
    clause.leadingTime === null ||
    clause.voice === 'copula' ||
    hasNumberOf4(clause.rest) ||
    clause.tense !== 'past'
  )
    return null
  const value = readTypedValue(clause.leadingTime.date)
  return makeQuestion('when-leading', clause, {
    wh: whenOf(value?.granularity),
    subject,
    rest: clause.rest,
    value,
  })
}

const hasNumberOf4 = (text: string): boolean => /\b\d{4}\b/.test(text)

/** "… was founded in 2019", "… was released on 12 March 2026" */
const trailingDate: ClauseFrame = (clause, subject) => {
  const match =
    /^(.*?)(?:^| )(in|on|since) ((?:\d{1,2} |[A-Z][a-z]+ )?(?:[A-Z][a-z]+ |\d{1,2},? )?\d{4})((?: (?:under|at|by|with|to|for|as|from|during|near|along|after) .+)?)$/.exec(
      clause.rest,
    )
  if (!match || clause.leadingTime || clause.voice === 'copula' || hasNumberOf4(`${match[1]} ${match[4]}`))
    return null
  const date = match[3] ?? ''
  if (clause.lemma === 'have' || readVerb(lastWord(match[1] ?? ''))?.participle === true) return null
  if (readDate(date) === null) return null
  const since = match[2] === 'since'
  if (since !== (clause.auxiliary === 'has' || clause.auxiliary === 'have')) return null
  const value = readTypedValue(date)
  const wh = since ? 'since when' : whenOf(value?.granularity)
  return makeQuestion('when-trailing', clause, {
    wh,
    subject,
    rest: `${(match[1] ?? '').replace(/,$/, '')}${match[4] ?? ''}`.trim(),
    value,
  })
}

const lastWord = (text: string): string => text.split(' ').at(-1) ?? ''

const spans: Readonly<Record<string, string>> = {
  after: 'after what time',
  within: 'within what time',
  for: 'for how long',
  every: 'how often',
}

/** "Approved refunds are paid within 8 business days" */
const duration: ClauseFrame = (clause, subject) => {
  const match = new RegExp(
    `^(.*?)(?:^| )(after|within|for|every) (${number}) ((?:business |working )?[a-z]+)((?: (?:of|after) [a-z ]+)?)$`,
  ).exec(clause.rest)
  if (!match || clause.leadingTime || !durationUnits.has(match[4] ?? '')) return null
  const rest = match[1] ?? ''
  const complement = match[5] ?? ''
  if (complement !== '' && match[2] === 'every') return null
  const wh =
    complement === '' ? (spans[match[2] ?? ''] ?? '') : `${match[2]} how many ${match[4]}${complement}`
  if (
    clause.voice === 'copula' &&
    (match[2] !== 'for' || !/^(?:valid|available|visible|free|supported|active|read-only)$/.test(rest))
  )
    return null
  if (clause.voice === 'active' && clause.lemma === 'have') return null
  return makeQuestion('how-long', clause, {
    wh: clause.voice === 'copula' ? 'how long' : wh,
    subject,
    rest,
    value: readTypedValue(`${match[3]} ${match[4]}`),
  })
}

/** "The trial of the Team plan lasts 21 days" */
const lasting: ClauseFrame = (clause, subject) => {
  const match = new RegExp(`^(${number}) ((?:business |working )?[a-z]+)$`).exec(clause.rest)
  if (!match || clause.lemma !== 'last' || !durationUnits.has(match[2] ?? '')) return null
  return makeQuestion('how-long', clause, {
    wh: 'how long',
    subject,
    rest: '',
    value: readTypedValue(clause.rest),
  })
}

/** "… is read from the variable `X`", "… uses the protocol OpenID Connect", "must have the mode `0400`" */
const apposition: ClauseFrame = (clause, subject) => {
  const match =
    /^(.*?)(?:^| )(?:(from|in|under|to|as|with|by|at|on|through) )?the ([a-z][a-z-]*(?: [a-z-]+)?) (`[^`]+`|[A-Z][\w.+-]*(?: [A-Z][\w.+-]*)*)$/.exec(
      clause.rest,
    )
  if (!match || clause.leadingTime || clause.voice === 'copula' || /,/.test(clause.rest)) return null
  const [, before = '', preposition = '', noun = '', written = ''] = match
  if (preposition === '' && before !== '') return null
  if (preposition === '' && clause.voice === 'passive') return null
  if (/^[A-Z]+$/.test(written)) return null
  if (!written.startsWith('`') && /\b(?:of|city|town|university|company)\b/.test(noun)) return null
  const wh = `${preposition === '' ? '' : `${preposition} `}which ${noun}`
  return makeQuestion('which-apposition', clause, {
    wh,
    subject,
    rest: before,
    value: readTypedValue(written),
  })
}

/** "The container image is named `x`" */
const naming: ClauseFrame = (clause, subject) => {
  if (clause.voice !== 'passive' || !/^(?:named|called)$/.test(clause.verb) || clause.leadingTime) return null
  if (!/^`[^`]+`$|^[A-Z][\w ]*$/.test(clause.rest)) return null
  return makeQuestion('what-named', clause, {
    wh: 'what',
    subject,
    rest: '',
    value: readTypedValue(clause.rest),
  })
}

/** "… was opened by Queen Elizabeth II": asked in the active voice. */
const agent: ClauseFrame = (clause, subject) => {
  const match =
    /^(.*?)(?:^| )by ((?:the )?[A-Z][\w.'’-]*(?: (?:of |the |de |von |van |le )?[A-Z][\w.'’-]*){0,4})((?: in \d{4})?)$/.exec(
      clause.rest,
    )
  if (!match || clause.voice !== 'passive' || clause.leadingTime || / /.test(clause.verb)) return null
  const [, before = '', name = '', time = ''] = match
  if (
    /\b(?:and|January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
      name,
    )
  )
    return null
  const value = readTypedValue(name.replace(/^the /, ''))
  if (value === null || (value.kind !== 'name' && value.kind !== 'identifier')) return null
  const finite = clause.tense === 'past' ? pastOf(clause.lemma, clause.verb) : thirdPerson(clause.lemma)
  // "were designed entirely by": the adverb belonged to the passive.
  const rest = [before.replace(/^[a-z]+ly$/, ''), time.trim()].filter((part) => part !== '').join(' ')
  const question = ['who', finite, subject, rest].filter((part) => part !== '').join(' ')
  return {
    frame: 'who-agent',
    question,
    value: { ...value, kind: 'name' },
    rest,
    attribute: `who ${clause.lemma} ${rest}`,
  }
}

const pasts = new Map(irregularVerbs.map(([lemma, past]) => [lemma, past]))
const pastOf = (lemma: string, participle: string): string => pasts.get(lemma) ?? participle

/** "William Hampson invented …": the subject is asked for. */
const human: ClauseFrame = (clause, subject) => {
  const isPerson =
    humanVerbs.has(clause.lemma) || (clause.lemma === 'become' && clause.rest.startsWith('the first '))
  if (!isPerson || clause.voice !== 'active' || clause.tense !== 'past') return null
  if (
    !/^[A-Z][\w.'’-]*(?: (?:de|von|van|of)?\s?[A-Z][\w.'’-]*){1,3}$/.test(subject) ||
    clause.rest.split(' ').length < 3
  )
    return null
  const value = readTypedValue(subject)
  if (value?.kind !== 'name') return null
  const time = clause.leadingTime ? ` ${clause.leadingTime.preposition} ${clause.leadingTime.date}` : ''
  const rest = `${clause.rest}${time}`
  return {
    frame: 'who-subject',
    question: `who ${pastOf(clause.lemma, pastRegular(clause.lemma))} ${rest}`,
    value,
    rest,
    attribute: `who ${clause.lemma} ${rest}`,
  }
}

const pastRegular = (lemma: string): string =>
  lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`

/** "… is located in Tallinn", "… was born in Eisleben" */
const place: ClauseFrame = (clause, subject) => {
  const match =
    /^(?:in|at) ((?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)?)(?: (?:in|on) .*\d{4})?$/.exec(
      clause.rest,
    )
  if (
    !match ||
    !/^(?:locate|base|situate|headquarter|bear|hold|build|house|bury|store|die|sign|establish|found|open|settle|land|meet)$/.test(
      clause.lemma,
    ) ||
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
      match[1] ?? '',
    )
  )
    return null
  if (
    clause.voice === 'copula' ||
    (clause.voice === 'active' && !/^(?:die|settle|land|meet)$/.test(clause.lemma))
  )
    return null
  return makeQuestion('where', clause, {
    wh: 'where',
    subject,
    rest: '',
    value: readTypedValue((match[1] ?? '').replace(/^the /, ''), { place: true }),
  })
}

/** "A cluster has 3 nodes": what is counted goes to the front. */
const count: ClauseFrame = (clause, subject) => {
  const match = new RegExp(
    `^((?:at most |at least )?)(${number}) ((?:[a-z-]+ ){0,2}?[a-z-]+s)((?: (?:in|of|for|from|on|to|per) .+)?)$`,
  ).exec(clause.rest)
  if (!match || clause.voice !== 'active' || clause.leadingTime) return null
  const [, bound = '', amount = '', noun = '', after = ''] = match
  if (
    /\d/.test(after) ||
    durationUnits.has(noun) ||
    /^(?:percent|times)$|^(?:more|other|further) /.test(noun)
  )
    return null
  const wh = `${bound}how many ${noun}`
  return makeQuestion('how-many-object', clause, {
    wh,
    subject,
    rest: after.trim(),
    value: readTypedValue(`${amount} ${noun}`),
  })
}

/** "Harvard College accepted 5.3% of applicants": what share is asked for. */
const share: ClauseFrame = (clause, subject) => {
  const match = /^(\d+(?:\.\d+)? ?(?:%|percent|per cent)) (of [^,]+)(?:, .*)?$/.exec(clause.rest)
  if (!match || clause.voice !== 'active' || clause.leadingTime || /\d+(?:\.\d+)? ?%/.test(match[2] ?? ''))
    return null
  return makeQuestion('what-share', clause, {
    wh: `what percentage ${match[2]}`,
    subject,
    rest: '',
    value: readTypedValue(match[1] ?? ''),
  })
}

const personNouns =
  /^the (?:[a-z]+ ){0,2}(?:president|king|queen|emperor|founder|leader|author|inventor|director|governor|minister|chancellor|mayor|son|daughter|wife|husband|father|mother|owner|head|chairman|chief|commander|captain|winner|composer|architect|player|person|man|woman|coach|ruler|head of [a-z]+|data protection officer)\b/

/** "Warsaw is the capital of Poland": the definite phrase becomes the question. */
const definite: ClauseFrame = (clause, subject) => {
  if (clause.voice !== 'copula' || clause.leadingTime || clause.pluralSubject || !/^[A-Z]/.test(subject))
    return null
  if (
    !/^the (?:[a-z-]+ ){1,4}(?:of|in) (?:the )?[A-Z][\w.'’-]*(?: [\w.'’-]+){0,6}$/.test(clause.rest) ||
    /\b(?:one|part|name|only|most|best)\b/.test(clause.rest)
  )
    return null
  const value = readTypedValue(subject.replace(/^The /, ''))
  if (value?.kind !== 'name') return null
  const wh = personNouns.test(clause.rest) ? 'who' : 'what'
  return {
    frame: `${wh}-definite`,
    question: `${wh} ${clause.auxiliary ?? 'is'} ${clause.rest}`,
    value,
    rest: clause.rest,
    attribute: `${wh} is ${clause.rest}`,
  }
}

/** "In 1981, ABC launched the Alpha Repertory Television Service": a thing with a name of its own. */
const namedObject: ClauseFrame = (clause, subject) => {
  if (clause.voice !== 'active' || clause.tense !== 'past' || clause.auxiliary !== null) return null
  const match =
    /^the ((?:[A-Z][\w.'’-]*)(?: (?:of |the |for |and )?[A-Z][\w.'’-]*){1,6})((?: (?:in|on) (?:\w+ ){0,2}\d{4})?)$/.exec(
      clause.rest,
    )
  const time = clause.leadingTime
    ? `${clause.leadingTime.preposition} ${clause.leadingTime.date}`
    : (match?.[2] ?? '').trim()
  if (!match || time === '') return null
  return makeQuestion(
    'what-object',
    { ...clause, leadingTime: null },
    { wh: 'what', subject, rest: time, value: readTypedValue(match[1] ?? '') },
  )
}

/** "The capital of … was X", "The basic unit of … is a commune" */
const definiteSubject: ClauseFrame = (clause, subject) => {
  if (
    clause.voice !== 'copula' ||
    clause.leadingTime ||
    clause.pluralSubject ||
    !/^the [a-z][\w -]*? (?:of|in|for) .*[A-Z]/.test(subject)
  )
    return null
  const noun = /^an? ([a-z]+(?: [a-z]+)?)$/.exec(clause.rest)?.[1]
  const value = readTypedValue(noun ?? clause.rest)
  if (
    value === null ||
    (noun === undefined && clause.tense === 'present') ||
    (value.kind === 'name' && noun === undefined && !/^[A-Z]/.test(value.text))
  )
    return null
  const wh = personNouns.test(subject) ? 'who' : 'what'
  return makeQuestion(`${wh}-subject-attribute`, clause, { wh, subject, rest: '', value })
}

/** Every frame that fits words the clause. */
export const clauseFrames: readonly ClauseFrame[] = [
  agent,
  naming,
  place,
  trailingDate,
  leadingDate,
  duration,
  lasting,
  apposition,
  count,
  share,
  definite,
  definiteSubject,
  namedObject,
  human,
]
