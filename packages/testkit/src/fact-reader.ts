/**
 * A stand-in for a language model that can really do the tasks of Assay's prompts, for documents made of headings and
 * `key: value` lines: it reads the fenced texts of a request, writes questions, answers, compares and judges.
 */
export interface FactReaderRequest {
  /** Name of the response schema: the id of the prompt. */
  readonly task: string
  /** All messages, joined. */
  readonly text: string
}

interface Fact {
  readonly passage: string
  readonly subject: string
  readonly key: string
  readonly value: string
  readonly line: string
}

interface FencedText {
  readonly label: string
  readonly text: string
}

/** The value to send as JSON; `null` for a task it does not know. */
export function readFacts({ task, text }: FactReaderRequest): unknown {
  const texts = fencedTexts(text)
  const facts = texts.filter(({ label }) => /^p\d+$/.test(label)).flatMap(factsOf)
  if (task === 'generate-out-of-scope') return { candidates: unanswerable(facts, countOf(text)) }
  if (task.startsWith('generate-')) return { candidates: candidatesOf(task.slice(9), facts, countOf(text)) }
  const questions = texts.filter(({ label }) => label.startsWith('q'))
  switch (task) {
    case 'answer-from-passages':
      return {
        answers: questions.map(({ label, text }) => ({ question: label, ...answerFrom(text, facts) })),
      }
    case 'answer-closed-book':
      return {
        answers: questions.map(({ label }) => ({ question: label, understandable: true, answer: '' })),
      }
    case 'compare-answers':
      return { verdicts: questions.map(compare) }
    case 'find-answer': {
      const { answer } = answerFrom(questions[0]?.text ?? '', facts)
      return { nearest: answer, answered: answer === '' ? 'no' : 'yes', understandable: true }
    }
    case 'judge-correctness':
      return judge(texts)
    case 'judge-declining':
      return judgeDeclining(texts)
    default:
      return null
  }
}

export const fencedTexts = (text: string): readonly FencedText[] =>
  [...text.matchAll(/<data-([0-9a-f]{16}) ([\w-]+)>\n([\s\S]*?)\n<\/data-\1>/g)].map(
    ([, , label = '', inner = '']) => ({ label, text: inner }),
  )

const countOf = (text: string): number => Number(/Write (\d+) questions/.exec(text)?.[1] ?? 1)

function factsOf({ label, text }: FencedText): readonly Fact[] {
  const [title = '', ...lines] = text.split('\n')
  const subject = title.split(' > ').at(-1) ?? ''
  return lines.flatMap((line) => {
    const [, key = '', value = ''] = /^([a-z][a-z ]*): (.+)$/.exec(line) ?? []
    return key === '' ? [] : [{ passage: label, subject, key, value, line }]
  })
}

const ask = ({ key, subject }: Fact): string => `What is the ${key} of ${subject}?`

const claimOf = (fact: Fact) => ({
  text: `The ${fact.key} of ${fact.subject} is ${fact.value}.`,
  passage: fact.passage,
  quote: fact.line,
})

const bare = (fact: Fact, question: string) => ({
  question,
  history: [] as readonly { readonly role: string; readonly content: string }[],
  plainQuestion: '',
  answer: fact.value,
  claims: [claimOf(fact)],
})

type Candidate = ReturnType<typeof bare>

function candidatesOf(type: string, facts: readonly Fact[], count: number): readonly Candidate[] {
  return facts.flatMap((fact, index) => candidateOf(type, fact, facts, index) ?? []).slice(0, count)
}

function candidateOf(type: string, fact: Fact, facts: readonly Fact[], index: number): Candidate | null {
  const sibling = facts.find((one) => one.subject === fact.subject && one.key !== fact.key)
  const abroad = facts.find((one) => one.subject !== fact.subject)
  const simple = bare(fact, ask(fact))
  if (type === 'simple') return simple
  if (sibling === undefined) return null
  const rewritten = (question: string, history: Candidate['history'] = []): Candidate => ({
    ...simple,
    question,
    history,
    plainQuestion: ask(fact),
  })
  const user = (content: string) => ({ role: 'user', content })
  const assistant = (content: string) => ({ role: 'assistant', content })
  switch (type) {
    case 'complex':
      return rewritten(`What is the ${fact.key} of the service whose ${sibling.key} is ${sibling.value}?`)
    case 'distracting':
      return rewritten(`The ${sibling.key} of ${fact.subject} is ${sibling.value}. ${ask(fact)}`)
    case 'situational':
      return rewritten(`I am setting up ${fact.subject} for my team. ${ask(fact)}`)
    case 'conversational':
      return rewritten(`And the ${fact.key}?`, [user(ask(sibling)), assistant(`It is ${sibling.value}.`)])
    case 'split':
      return rewritten('Which value does it have?', [
        user(`My question is about ${fact.subject}.`),
        assistant('Please go on.'),
        user(`I want to know the ${fact.key}.`),
        assistant('Please go on.'),
      ])
    case 'double':
      return index % 2 === 0
        ? {
            ...simple,
            question: `What are the ${fact.key} and the ${sibling.key} of ${fact.subject}?`,
            answer: `${fact.value} and ${sibling.value}`,
            claims: [claimOf(fact), claimOf(sibling)],
          }
        : null
    case 'multi-hop':
      return abroad === undefined || fact.passage !== 'p1'
        ? null
        : {
            ...simple,
            question: `What are the ${fact.key} of ${fact.subject} and the ${abroad.key} of ${abroad.subject}?`,
            answer: `${fact.value} and ${abroad.value}`,
            claims: [claimOf(fact), claimOf(abroad)],
          }
    case 'false-premise':
      return {
        ...simple,
        question: `Why is the ${fact.key} of ${fact.subject} set to ${sibling.value}?`,
        answer: `The ${fact.key} of ${fact.subject} is ${fact.value}`,
      }
    default:
      return null
  }
}

const unanswerable = (facts: readonly Fact[], count: number) =>
  [...new Set(facts.map(({ subject }) => subject))]
    .flatMap((subject) => ['colour', 'inventor'].map((key) => ({ subject, key })))
    .slice(0, count)
    .map(({ subject, key }) => ({
      missing: `the ${key} of ${subject}`,
      question: `What is the ${key} of ${subject}?`,
      searches: [`${subject} ${key}`],
    }))

/** What is asked for, as subject and key. */
function askedFor(
  text: string,
  facts: readonly Fact[],
): readonly { readonly subject: string; readonly key: string }[] {
  const last =
    text
      .split(/(?<=[.?]) |\n/)
      .at(-1)
      ?.replace(/^user: /, '') ?? ''
  const whose = /the ([a-z ]+?) of the service whose ([a-z ]+?) is (.+)\?$/.exec(last)
  if (whose !== null) {
    const subject = facts.find(({ key, value }) => key === whose[2] && value === whose[3])?.subject ?? ''
    return [{ subject, key: whose[1] ?? '' }]
  }
  const both = /the ([a-z ]+?) and the ([a-z ]+?) of (\S+)\?$/.exec(last)
  if (both !== null) return [both[1], both[2]].map((key = '') => ({ subject: both[3] ?? '', key }))
  const direct = [...last.matchAll(/the ([a-z ]+?) of ([^\s?]+)/g)]
  if (direct.length > 0) return direct.map(([, key = '', subject = '']) => ({ subject, key }))
  const subject = /(?: of | about )([\w-]+)[?.]/.exec(text)?.[1] ?? ''
  const key = /And the ([a-z ]+)\?/.exec(last)?.[1] ?? /know the ([a-z ]+)\./.exec(text)?.[1] ?? ''
  return [{ subject, key }]
}

function answerFrom(text: string, facts: readonly Fact[]) {
  const wanted = askedFor(text, facts)
  const found = wanted.map((one) =>
    facts.find(({ subject, key }) => subject === one.subject && key === one.key),
  )
  const known = found.filter((fact) => fact !== undefined)
  const isWhole = known.length === wanted.length
  const premise = / set to (.+)\?$/.exec(text)?.[1]
  const [first] = known
  const contradicted = premise !== undefined && first !== undefined && first.value !== premise
  const answer = contradicted
    ? `The ${first.key} of ${first.subject} is ${first.value}`
    : known.map(({ value }) => value).join(' and ')
  return {
    evidence: isWhole ? (first?.line ?? '') : '',
    passages: isWhole ? known.map(({ passage }) => passage) : [],
    answerable: isWhole,
    answer: isWhole ? answer : '',
    contradicted,
  }
}

function compare({ label, text }: FencedText) {
  const [, first = '', second = ''] = /first answer: (.*)\nsecond answer: (.*)$/.exec(text) ?? []
  return { pair: label, reason: 'compared', verdict: first === second ? 'same' : 'different' }
}

const textOf = (texts: readonly FencedText[], label: string): string =>
  texts.find((one) => one.label === label)?.text ?? ''

const isDeclining = (answer: string): boolean => /do(?:es)? not (?:know|say)/.test(answer)

/** A claim is present when its value stands in the answer. */
function judge(texts: readonly FencedText[]) {
  const answer = textOf(texts, 'answer')
  const claims = texts
    .filter(({ label }) => /^c\d+$/.test(label))
    .map(({ label, text }) => {
      const value = / is (.+)\.$/m.exec(text)?.[1] ?? text
      const isPresent = answer.includes(value)
      return {
        claim: label,
        reason: 'looked for',
        quote: isPresent ? value : '',
        status: isPresent ? 'present' : 'missing',
      }
    })
  const present = claims.filter(({ status }) => status === 'present').length
  const declined = present === 0 && isDeclining(answer)
  const verdict = declined
    ? 'no-answer'
    : present === claims.length
      ? 'correct'
      : present > 0
        ? 'partially-correct'
        : 'incorrect'
  return { claims, extra: [], hedged: false, declined: declined ? 'yes' : 'no', reason: 'counted', verdict }
}

const judgeDeclining = (texts: readonly FencedText[]) => {
  const answer = textOf(texts, 'answer')
  return { reason: 'read', quote: answer, verdict: isDeclining(answer) ? 'declined' : 'answered-anyway' }
}
