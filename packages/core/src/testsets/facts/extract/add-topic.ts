import { headNoun, isMassNoun } from '../language/inflect.ts'
import { wordStatement } from '../frames/word-statement.ts'
import { organisation } from '../topic.ts'
import type { Ask, Gap, Paraphrase, Subject, Triple } from '../triple.ts'

/**
 * A stranger must know whose dashboard, plan or member is meant: what the document is about goes into every question
 * that has no name or telling code of its own (methods §1.6).
 */
export function addTopic(triple: Triple, topic: string | null): Triple {
  if (topic === null) return triple
  const ask = askAbout(triple, topic)
  const subject = namesSubject(ask) ? locate(triple.subject, ask, topic) : triple.subject
  if (ask.form === 'clause') return { ...triple, ask }
  return { ...triple, subject, ask, statement: wordStatement(subject, ask, triple.value) }
}

export const addTopicToGap = (gap: Gap, topic: string | null): Gap =>
  topic === null ? gap : { ...gap, subject: locate(gap.subject, gap.ask, topic) }

/** "the option that sets …" → "the Fastify option that sets …" */
export function addTopicToParaphrase(paraphrase: Paraphrase, topic: string | null): Paraphrase {
  const [head = ''] = paraphrase.phrase.split(' that ')
  if (topic === null || paraphrase.phrase.includes(topic) || isNamed(head)) return paraphrase
  return {
    ...paraphrase,
    phrase: `the ${kindAbout(head.replace(/^the /, ''), topic)}${paraphrase.phrase.slice(head.length)}`,
  }
}

/** "Fastify option", "field of the Fastify request" */
const kindAbout = (kind: string, topic: string): string =>
  / of /.test(kind) ? kind.replace(/ of the (?=[a-z])/, ` of the ${topic} `) : `${topic} ${kind}`

/** Whether the wording shows the subject's own phrase. */
const namesSubject = (ask: Ask): boolean =>
  ask.form === 'attribute' ? ask.bare !== true : /^(?:since|event|count)$/.test(ask.form)

function askAbout({ ask, subject }: Triple, topic: string): Ask {
  switch (ask.form) {
    case 'which':
      return isNamed(ask.kind) ? ask : { ...ask, kind: kindAbout(ask.kind, topic) }
    case 'term':
      return isNamed(ask.definition) ? ask : { ...ask, definition: `${ask.definition} ${within(topic)}` }
    case 'attribute':
      return ask.bare !== true || isNamed(ask.attribute)
        ? ask
        : { ...ask, attribute: `${ask.attribute} ${within(topic)}` }
    case 'clause':
      return ask.frame === 'stands-for' || isNamed(ask.question) || isNamed(subject.phrase)
        ? ask
        : { ...ask, question: `${within(topic)}, ${ask.question}` }
    default:
      return ask
  }
}

function locate(subject: Subject, ask: Ask, topic: string): Subject {
  const { environment, ...rest } = subject
  // "the package size of Fern for Debian", but "the oldest supported version of Debian in Fern"
  if (environment === true && !(ask.form === 'attribute' && /\b(?:version|release)$/.test(ask.attribute)))
    return { ...rest, phrase: `${topic} for ${subject.phrase}` }
  const phrase = locatedPhrase(subject, ask, topic)
  return phrase === null ? subject : { ...subject, phrase }
}

function locatedPhrase({ phrase, kind, environment }: Subject, ask: Ask, topic: string): string | null {
  if (phrase.toLowerCase().includes(topic.toLowerCase())) return null
  if (/^(?:version|release) /.test(phrase)) return `${topic} ${phrase}`
  const code = /`([^`]+)`/.exec(phrase)?.[1]
  // "LUMEN_CACHE" tells whose it is; "poolSize" does not.
  if (code !== undefined && saysTopic(code, topic)) return null
  if (phrase.startsWith('the ')) return definite(phrase, kind, topic)
  if (environment !== true && (code !== undefined || isNamed(phrase))) return null
  return `${phrase} ${isAmount(ask, phrase) ? `for ${topic}` : within(topic)}`
}

const saysTopic = (code: string, topic: string): boolean =>
  topic
    .toLowerCase()
    .split(' ')
    .some((word) =>
      code
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(word),
    )

function definite(phrase: string, kind: string | null, topic: string): string | null {
  const rest = phrase.slice('the '.length)
  // "the algorithm Ed25519", "the Elixir library": the name tells.
  if (
    kind === null
      ? isNamed(rest.replace(/`[^`]*`/g, ''))
      : /^[A-Z0-9]/.test(rest.slice(kind.length + 1)) && rest.startsWith(kind)
  )
    return null
  if (/ of /.test(rest)) return isNamed(rest) ? null : `${phrase} ${within(topic)}`
  return `the ${topic} ${rest}`
}

const isAmount = (ask: Ask, phrase: string): boolean =>
  isMassNoun(headNoun(phrase)) || (ask.form === 'attribute' && /\b(?:amount|number)$/.test(ask.attribute))

/** A word with a capital and small letters; abbreviations such as API are no names. */
const isNamed = (text: string): boolean => /(?:^|[\s("'-])\p{Lu}\p{L}*\p{Ll}|`[^`]*[^a-z`][^`]*`/u.test(text)

const within = (topic: string): string =>
  `${organisation.test(topic.split(' ').at(-1) ?? '') ? 'at' : 'in'} ${topic}`
