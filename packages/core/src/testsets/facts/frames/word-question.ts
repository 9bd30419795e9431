import { isPluralPhrase } from '../language/inflect.ts'
import type { Subject, Triple } from '../triple.ts'
import { have, isAskedByWhen, ofSubject, sentence, was } from './word-statement.ts'

/** A fact's question in the shapes that composition needs. */
interface Wording {
  readonly frame: string
  /** Stands alone. */
  readonly question: string
  /** Needs the conversation: "And what is its default value?". `null`: no ellipsis reads right. */
  readonly followUp: string | null
  /** The second half of a double question: "what is its default value". */
  readonly second: string | null
}

/** Words the question by the one frame that fits the fact; `subjectPhrase` may stand for the subject's own phrase. */
export function wordQuestion(triple: Triple, subjectPhrase?: string): Wording | null {
  const subject = subjectPhrase === undefined ? triple.subject : { ...triple.subject, phrase: subjectPhrase }
  switch (triple.ask.form) {
    case 'attribute':
      return wordAttribute(triple, subject, triple.ask)
    case 'since':
      return wordSince(subject, triple.ask.participle)
    case 'event':
      return wordEvent(triple, subject, triple.ask.participle)
    case 'count':
      return wordCount(subject, triple.ask.noun)
    case 'which':
      return alone('which-does', `which ${triple.ask.kind} ${triple.ask.predicate}`)
    case 'term':
      return alone('term', `what is the term for ${triple.ask.definition}`)
    case 'clause':
      return wordClause(triple.ask)
  }
}

const alone = (frame: string, clause: string): Wording => ({
  frame,
  question: ask(clause),
  followUp: null,
  second: null,
})

const wordClause = ({ frame, question, short }: Extract<Triple['ask'], { form: 'clause' }>): Wording => ({
  ...alone(frame, question),
  ...(short === undefined ? {} : { followUp: `And ${short}?`, second: short }),
})

const ask = (clause: string): string => sentence(clause).replace(/\.$/, '') + '?'

const personAttributes =
  /\b(?:developer|maintainer|author|founders?|owner|reviewer|manager|director|officer|head of [a-z]+|chair|president|ceo|cto|editor|contact person|inventor|designer|architect|composer|mayor)$/

function wordAttribute(
  triple: Triple,
  subject: Subject,
  { attribute, bare }: { attribute: string; bare?: true },
): Wording {
  const { value } = triple
  const elliptic = subject.thing && bare !== true && !/ of /.test(attribute)
  const plural = isPluralPhrase(attribute)
  const be = plural ? 'are' : 'is'
  const wh =
    personAttributes.test(attribute) && value.kind === 'name'
      ? 'who'
      : isAskedByWhen(attribute, value)
        ? 'when'
        : 'what'
  const its = subject.plural ? 'their' : 'its'
  return {
    frame: `${wh}-attribute`,
    question: ask(`${wh} ${be} the ${attribute}${ofSubject(attribute, subject, bare)}`),
    followUp: elliptic ? `And ${wh} ${be} ${its} ${attribute}?` : null,
    second: elliptic ? `${wh} ${be} ${its} ${attribute}` : null,
  }
}

function wordSince(subject: Subject, participle: string): Wording {
  const it = subject.plural ? 'they' : 'it'
  const clause = `since which version ${have(subject)} ${subject.phrase} been ${participle}`
  const short = `since which version ${have(subject)} ${it} been ${participle}`
  return {
    frame: 'since-version',
    question: ask(clause),
    followUp: subject.thing ? `And ${short}?` : null,
    second: subject.thing ? short : null,
  }
}

function wordEvent(triple: Triple, subject: Subject, participle: string): Wording {
  const wh =
    triple.value.kind === 'version'
      ? 'in which version'
      : triple.value.granularity === 'year'
        ? 'in which year'
        : 'when'
  const it = subject.plural ? 'they' : 'it'
  const short = `${wh} ${was(subject)} ${it} ${participle}`
  return {
    frame: 'event-time',
    question: ask(`${wh} ${was(subject)} ${subject.phrase} ${participle}`),
    followUp: subject.thing ? `And ${short}?` : null,
    second: subject.thing ? short : null,
  }
}

function wordCount(subject: Subject, noun: string): Wording {
  const does = subject.plural ? 'do' : 'does'
  const it = subject.plural ? 'they' : 'it'
  const short = `how many ${noun} ${does} ${it} have`
  return {
    frame: 'how-many',
    question: ask(`how many ${noun} ${does} ${subject.phrase} have`),
    followUp: subject.thing ? `And ${short}?` : null,
    second: subject.thing ? short : null,
  }
}
