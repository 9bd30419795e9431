import type { Chunk } from '@assay/contracts'
import type { Block } from '../../../knowledge/parse-markdown.ts'
import { factId, sourceAt } from '../extract/make-triple.ts'
import type { Extraction } from '../extract/table-triples.ts'
import { hintsOf } from '../extract/attribute-header.ts'
import { readTypedValue } from '../extract/typed-value.ts'
import { isPluralPhrase } from '../language/inflect.ts'
import { inlineText } from '../language/inline-text.ts'
import { wordStatement } from '../frames/word-statement.ts'
import type { Ask, Paraphrase, Subject, Triple } from '../triple.ts'
import { clauseFrames } from './clause-frames.ts'
import { withFullName } from './full-names.ts'
import { readAbbreviations } from './read-abbreviations.ts'
import { readClause, type Clause } from './read-clause.ts'
import { isGrounded, isSelfContained, type Domain } from './self-contained.ts'
import { simplifySentence } from './simplify-sentence.ts'
import { splitProse } from './split-prose.ts'

/** Facts of a paragraph: each sentence is read whole or left alone. */
export function readProse(
  chunk: Chunk,
  block: Block,
  domain: Domain,
): Pick<Extraction, 'triples' | 'paraphrases'> {
  const triples: Triple[] = []
  const paraphrases: Paraphrase[] = []
  for (const span of splitProse(chunk.text, block.start, block.end)) {
    const sentence = inlineText(chunk.text.slice(span.start, span.end))
    const core = /\.(?: ?\[[^\]]*\])*$/.test(sentence) ? simplifySentence(sentence) : null
    const clause = core === null ? null : readClause(core)
    if (clause === null) continue
    const context = { chunk, span, sentence, domain }
    const attributed = copulaTriple(context, clause) ?? havingTriple(context, clause)
    triples.push(...(attributed === null ? clauseTriples(context, clause) : [attributed]))
    paraphrases.push(...[definitionOf(context, clause)].filter((paraphrase) => paraphrase !== null))
  }
  return { triples: [...triples, ...readAbbreviations(chunk, block, domain)], paraphrases }
}

interface SentenceContext {
  readonly chunk: Chunk
  readonly span: { start: number; end: number }
  readonly sentence: string
  readonly domain: Domain
}

/** "The default port of the admin API is 7071." */
function copulaTriple(context: SentenceContext, clause: Clause): Triple | null {
  if (clause.voice !== 'copula' || clause.leadingTime || clause.tense !== 'present') return null
  const match = /^The ([a-z][\w -]*?)(?: (?:of|for) (.+))?$/.exec(clause.subject)
  const attribute = match?.[1]
  if (
    attribute === undefined ||
    attribute.split(' ').length > 4 ||
    / (?:in|on|at|to|with|by|from) /.test(` ${attribute} `)
  )
    return null
  const value = readTypedValue(clause.rest, hintsOf(attribute))
  if (value === null || (value.kind === 'name' && !/^[A-Z]/.test(value.text))) return null
  return attributeTriple(context, { attribute, owner: match?.[2], value })
}

/** "The container image has a size of 52 MB." */
function havingTriple(context: SentenceContext, clause: Clause): Triple | null {
  if (clause.lemma !== 'have' || clause.leadingTime || clause.auxiliary !== null) return null
  const match = /^an? ((?:[a-z-]+ ){0,2}[a-z-]+) of (.+)$/.exec(clause.rest)
  if (!match) return null
  const value = readTypedValue(match[2] ?? '')
  if (value?.kind !== 'number' || value.unit === undefined) return null
  return attributeTriple(context, {
    attribute: match[1] ?? '',
    owner: context.domain.lexicon.inSentence(clause.subject),
    plural: clause.pluralSubject,
    value,
  })
}

function attributeTriple(
  { chunk, span, domain }: SentenceContext,
  parts: {
    attribute: string
    owner: string | undefined
    /** What the verb says of the owner: "releases of each October have". */
    plural?: boolean
    value: NonNullable<ReturnType<typeof readTypedValue>>
  },
): Triple | null {
  const { attribute, owner, value } = parts
  const named = owner === undefined ? bareSubject(attribute) : proseSubject(owner, domain)
  const subject = parts.plural === undefined ? named : { ...named, plural: parts.plural }
  if (owner === undefined ? !isSelfContained(`the ${attribute}`, domain) : !isSelfContained(owner, domain))
    return null
  const ask: Ask =
    owner === undefined ? { form: 'attribute', attribute, bare: true } : { form: 'attribute', attribute }
  return {
    id: factId(chunk, span, attribute),
    shape: 'prose',
    subject,
    ask,
    attribute,
    value,
    source: sourceAt(chunk, span, `prose:${attribute}`),
    statement: wordStatement(subject, ask, value),
  }
}

const bareSubject = (attribute: string): Subject => ({
  name: attribute,
  kind: null,
  phrase: `the ${attribute}`,
  plural: isPluralPhrase(attribute),
  thing: true,
})

function proseSubject(phrase: string, { lexicon }: Domain): Subject {
  const inside = lexicon.inSentence(phrase)
  const thing = !/^[A-Z]/.test(inside)
  return {
    name: inside.replace(/^(?:the|an?) /, ''),
    kind: null,
    phrase: inside,
    plural: thing && isPluralPhrase(inside),
    thing,
  }
}

/** A clause may answer more than one question: when, and by whom. */
function clauseTriples({ chunk, span, sentence, domain }: SentenceContext, clause: Clause): Triple[] {
  const subject = withFullName(domain.lexicon.inSentence(clause.subject), clause.lemma, domain.fullNames)
  return clauseFrames.flatMap((frame) => {
    const found = frame(clause, subject)
    if (found === null) return []
    const asksSubject = /^(?:who-subject|who-definite|what-definite)$/.test(found.frame)
    if (!asksSubject && !isSelfContained(subject, domain)) return []
    if (!isGrounded(found.rest, domain) || (asksSubject && !/[A-Z]/.test(found.rest))) return []
    return [
      {
        id: factId(chunk, span, found.attribute),
        shape: 'prose',
        subject: { ...proseSubject(subject, domain), plural: clause.pluralSubject },
        ask: { form: 'clause', frame: found.frame, question: found.question },
        attribute: found.attribute,
        value: found.value,
        source: sourceAt(chunk, span, `prose:${found.frame}:${chunk.documentId}`),
        statement: sentence,
      },
    ]
  })
}

/** "DECnet is a suite of network protocols created by Digital Equipment Corporation." gives DECnet a second name. */
function definitionOf({ chunk, span, domain }: SentenceContext, clause: Clause): Paraphrase | null {
  if (clause.voice !== 'copula' || clause.leadingTime || clause.tense !== 'present') return null
  const match = /^an? ([a-z][\w ,'’-]+)$/.exec(clause.rest)
  const words = match?.[1]?.split(' ') ?? []
  if (
    !match ||
    words.length < 4 ||
    words.length > 14 ||
    / and /.test(clause.rest) ||
    !/ (?:that|which|who) |[A-Z]/.test(clause.rest) ||
    !/^[A-Z]/.test(domain.lexicon.inSentence(clause.subject)) ||
    !isGrounded(clause.rest, domain)
  )
    return null
  return {
    name: clause.subject,
    documentId: chunk.documentId,
    phrase: `the ${match[1]}`,
    evidence: sourceAt(chunk, span, 'definition').evidence,
  }
}
