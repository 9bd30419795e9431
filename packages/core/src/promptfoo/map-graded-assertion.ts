import type { CheckUse } from '@assay/contracts'
import { mapJudgeModel } from './map-judge-model.ts'
import { toText } from './fill-template.ts'
import type { PromptfooAssertion } from './promptfoo-config.ts'

/** A check in the place of an assertion, and what of the assertion it does not say. */
export interface MappedCheck {
  readonly use: CheckUse
  /** In words, each with its reason. */
  readonly lost?: readonly string[]
}

export interface GradedContext {
  readonly vars: Readonly<Record<string, unknown>>
  /** Who grades the test, as `provider:model`; `null`: the model of the run. */
  readonly judge: string | null
}

type GradedMapping = (assertion: PromptfooAssertion, passages: readonly string[]) => MappedCheck | string

const needsValue =
  (make: (text: string, assertion: PromptfooAssertion) => CheckUse): GradedMapping =>
  (assertion) => {
    const text = toText(assertion.value ?? '').trim()
    return text === '' ? 'it has no value' : { use: make(text, assertion) }
  }

/** promptfoo asks for a grade from 1 to 10 and divides it by 10; the check puts 1 to 10 on 0 to 1. */
const onGEvalScale = (threshold: number): number => Math.max(0, (10 * threshold - 1) / 9)

const gEval: GradedMapping = ({ value, threshold = 0.7 }) => {
  const criteria = (Array.isArray(value) ? value.map(toText) : [toText(value ?? '')]).filter(Boolean)
  const [first, ...more] = criteria
  if (first === undefined) return 'it has no value'
  const use = (text: string): CheckUse => ({ check: 'g-eval', parameters: { criteria: text, highest: 10 } })
  const limit = { threshold: onGEvalScale(threshold) }
  return more.length === 0
    ? { use: { ...use(first), ...limit } }
    : { use: { check: 'weighted', parameters: { checks: criteria.map(use) }, ...limit } }
}

const withThreshold = (use: CheckUse, { threshold }: PromptfooAssertion): CheckUse => ({
  ...use,
  threshold: threshold ?? 0,
})

const ofPassages = (passages: readonly string[]): Pick<CheckUse, 'given'> =>
  passages.length === 0 ? {} : { given: { contexts: passages.map((text) => ({ text })) } }

const rule: GradedMapping = needsValue((text) => ({ check: 'rules', parameters: { rules: [text] } }))
const factuality = needsValue((text) => ({
  check: 'contradiction',
  given: { references: [text] },
  parameters: { against: 'references' },
}))

/** There a grade from 0 to 1 has to reach the threshold as well; a rule is kept or broken. */
const rubric: GradedMapping = (assertion, passages) => {
  const mapped = rule(assertion, passages)
  return typeof mapped === 'string' || (assertion.threshold ?? 0) <= 0
    ? mapped
    : { ...mapped, lost: ['its threshold: a rule is kept or broken, without a grade between'] }
}

/** By type. The verdict is a model's there and here, by other words: the same answer can be graded otherwise. */
const mappings: Readonly<Record<string, GradedMapping>> = {
  'llm-rubric': rubric,
  'model-graded-closedqa': rule,
  'g-eval': gEval,
  factuality,
  'model-graded-factuality': factuality,
  'answer-relevance': ({ threshold }) => ({
    use: { check: 'answer-relevance' },
    ...(threshold === undefined
      ? {}
      : {
          lost: [
            'its threshold: promptfoo compares questions by embeddings, Assay counts sentences; 0.7 stands',
          ],
        }),
  }),
  'context-faithfulness': (assertion, passages) => ({
    use: withThreshold({ check: 'faithfulness', ...ofPassages(passages) }, assertion),
  }),
  'context-relevance': (assertion, passages) => ({
    use: withThreshold({ check: 'context-relevance', ...ofPassages(passages) }, assertion),
  }),
  'context-recall': (assertion, passages) => {
    const reference = toText(assertion.value ?? '').trim()
    if (reference === '') return 'it has no value'
    const given = { references: [reference], ...ofPassages(passages).given }
    return { use: withThreshold({ check: 'context-recall', given }, assertion) }
  },
  'conversation-relevance': (assertion) => ({
    use: withThreshold({ check: 'turn-relevance' }, assertion),
  }),
}

/** An assertion that asks a model; `null`: it is none. `vars.context` holds its passages, as there. */
export function mapGradedAssertion(
  assertion: PromptfooAssertion,
  { vars, judge }: GradedContext,
): MappedCheck | string | null {
  const mapping = Object.hasOwn(mappings, assertion.type) ? mappings[assertion.type] : undefined
  if (mapping === undefined) return null
  const { context } = vars
  const passages = context === undefined ? [] : (Array.isArray(context) ? context : [context]).map(toText)
  const mapped = mapping(assertion, passages)
  if (typeof mapped === 'string') return mapped
  const { model, lost } = chooseModel(assertion, judge)
  return {
    use: model === null ? mapped.use : setModel(mapped.use, model),
    lost: [
      ...(mapped.lost ?? []),
      ...(assertion.rubricPrompt === undefined ? [] : ['its rubricPrompt: Assay asks in its own words']),
      ...lost,
    ],
  }
}

/** The assertion's own model goes before that of its test. */
function chooseModel({ provider }: PromptfooAssertion, judge: string | null) {
  if (provider === undefined) return { model: judge, lost: [] }
  const own = mapJudgeModel(provider)
  if (own === null)
    return { model: judge, lost: ['its provider: Assay cannot ask it; the run’s model judges'] }
  return { model: own.model, lost: own.lost === null ? [] : [own.lost] }
}

/** On the check itself, or on those it is made of. */
function setModel(use: CheckUse, model: string): CheckUse {
  const { checks } = use.parameters ?? {}
  const parameters = Array.isArray(checks)
    ? { checks: checks.map((inner: CheckUse) => setModel(inner, model)) }
    : { ...use.parameters, model }
  return { ...use, parameters }
}
