import type { CheckUse } from '@assay/contracts'
import * as z from 'zod'
import { fillTemplate, toText, UnsupportedTemplate } from './fill-template.ts'
import type { FunctionPlace, FunctionSources } from './function-sources.ts'
import type { ImportTools } from './import-tools.ts'
import { mapGradedAssertion, type GradedContext, type MappedCheck } from './map-graded-assertion.ts'
import type { PromptfooAssertion } from './promptfoo-config.ts'
import { FileValue } from './read-file-value.ts'

/** What a value of an assertion is filled from, who grades, and where inline functions are collected. */
export interface AssertionContext extends GradedContext {
  readonly functions: FunctionSources
  readonly readYaml: ImportTools['readYaml']
}

type Mapping = (assertion: PromptfooAssertion, context: AssertionContext) => CheckUse | string

const words = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.map(toText)
    : toText(value)
        .split(',')
        .map((word) => word.trim())

const contains =
  (need: 'all' | 'any', ignoreCase: boolean): Mapping =>
  ({ value }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? 'its value is neither a list nor text'
      : { check: 'contains', parameters: { phrases: words(value), need, ignoreCase } }

const one =
  (check: string, ignoreCase = false): Mapping =>
  ({ value }) => ({
    check,
    parameters: { phrases: [toText(value)], ...(ignoreCase ? { ignoreCase } : {}) },
  })

const schemaSchema = z.union([
  z.record(z.string(), z.unknown()),
  z.literal(true).transform(() => ({})),
  z.literal(false).transform(() => ({ not: {} })),
])

/** The schema is data, or text that is JSON or YAML. */
const withSchema =
  (check: string): Mapping =>
  ({ value }, { readYaml }) => {
    if (value === undefined || value === null || value === '') return { check }
    const schema = schemaSchema.safeParse(typeof value === 'string' ? readYaml(value) : value)
    return schema.success
      ? { check, parameters: { schema: schema.data } }
      : 'its value is no JSON Schema, nor text that holds one as JSON or YAML'
  }

const wordCount: Mapping = ({ value }) => {
  const check = 'word-count'
  if (typeof value === 'object') return { check, parameters: { ...value } }
  const count = toText(value).trim() === '' ? Number.NaN : Number(value)
  return Number.isNaN(count)
    ? 'its value is neither a number nor bounds'
    : { check, parameters: { min: count, max: count } }
}

const otherScale =
  (check: string, why: string): Mapping =>
  () =>
    `${why}; set the check ${check} with a threshold on its own scale`

const bound =
  (check: string, parameter: string): Mapping =>
  ({ threshold }) =>
    threshold === undefined ? 'it has no threshold' : { check, parameters: { [parameter]: threshold } }

/** By promptfoo's assertion type, without `not-`. What is absent has no counterpart. */
const mappings: Readonly<Record<string, Mapping>> = {
  equals: ({ value }) =>
    typeof value === 'object' && value !== null
      ? { check: 'json-diff', parameters: { expected: value } }
      : { check: 'equals', parameters: { expected: toText(value), normalise: false } },
  contains: one('contains'),
  icontains: one('contains', true),
  'contains-all': contains('all', false),
  'icontains-all': contains('all', true),
  'contains-any': contains('any', false),
  'icontains-any': contains('any', true),
  'starts-with': one('starts-with'),
  regex: ({ value }) => ({ check: 'regex', parameters: { pattern: toText(value) } }),
  'is-json': withSchema('json'),
  'contains-json': withSchema('contains-json'),
  'word-count': wordCount,
  'is-refusal': () => ({ check: 'refusal', not: true }),
  latency: bound('latency', 'maxMs'),
  cost: bound('cost', 'maxUsd'),
  'finish-reason': ({ value }) => ({ check: 'finish-reason', parameters: { allowed: words(value) } }),
  levenshtein: otherScale('levenshtein', 'promptfoo counts edits, Assay gives a similarity from 0 to 1'),
  bleu: otherScale('bleu', "promptfoo's BLEU is its own, Assay's is sacreBLEU's from 0 to 100"),
  'rouge-n': otherScale('rouge-1', "promptfoo's ROUGE is js-rouge's, Assay's is rouge-score's"),
  meteor: otherScale('meteor', "promptfoo's METEOR has synonyms, Assay's has none"),
  similar: ({ value, threshold = 0.75 }) => ({
    check: 'embedding-similarity',
    given: { references: Array.isArray(value) ? value.map(toText) : [toText(value)] },
    threshold,
  }),
  javascript: (assertion, { functions, vars }) =>
    mapFunction(functions.addJavaScript(assertion.value), vars, assertion),
  python: (assertion, { functions, vars }) =>
    mapFunction(functions.addPython(assertion.value), vars, assertion),
  webhook: ({ value }) => ({ check: 'webhook', parameters: { url: toText(value) } }),
  'is-valid-openai-tools-call': () => 'give the schemas of the tools to the check tool-arguments-valid',
  'is-valid-function-call': () => 'give the schemas of the tools to the check tool-arguments-valid',
}

const mapFunction = (
  place: FunctionPlace | string,
  vars: AssertionContext['vars'],
  { threshold, config }: PromptfooAssertion,
): CheckUse | string =>
  typeof place === 'string'
    ? place
    : {
        check: 'function',
        parameters: {
          function: place.function,
          parameters: { vars, ...(config === undefined ? {} : { config }) },
        },
        ...(threshold === undefined ? {} : { threshold }),
      }

/** The check that says the same as an assertion, or the reason why there is none; values are filled from the variables of the test. */
export function mapAssertion(assertion: PromptfooAssertion, context: AssertionContext): MappedCheck | string {
  const isNot = assertion.type.startsWith('not-')
  const type = isNot ? assertion.type.slice('not-'.length) : assertion.type
  if (assertion.transform !== undefined) return 'it transforms the output; set `on` to a JSONPath instead'
  if (assertion.contextTransform !== undefined) return 'it transforms the context'
  try {
    const filled = { ...assertion, type, value: fillValue(assertion.value, context.vars) }
    const mapped = mapGradedAssertion(filled, context) ?? mapDeterministic(filled, context)
    return typeof mapped === 'string' ? mapped : decorate(mapped, assertion, context.vars, isNot)
  } catch (error) {
    if (error instanceof UnsupportedTemplate) return `its value: ${error.message}`
    throw error
  }
}

function mapDeterministic(assertion: PromptfooAssertion, context: AssertionContext): MappedCheck | string {
  const mapping = Object.hasOwn(mappings, assertion.type) ? mappings[assertion.type] : undefined
  if (mapping === undefined) return 'there is no such check'
  const mapped = mapping(assertion, context)
  if (typeof mapped === 'string') return mapped
  const lost = [
    ...(assertion.type === 'similar' && assertion.provider !== undefined
      ? ['its provider: all embeddings are those of the embedder of the run']
      : []),
    ...(assertion.type === 'webhook' && assertion.config !== undefined
      ? ['its config: it is not sent along']
      : []),
  ]
  return { use: mapped, lost }
}

/** Puts what every assertion and set can say onto its check: weight (0: advisory, as there), name, `not`. */
export function decorate(
  { use, lost = [] }: MappedCheck,
  { weight, metric }: PromptfooAssertion,
  vars: AssertionContext['vars'],
  isNot = false,
): MappedCheck {
  const not = isNot !== (use.not ?? false)
  const { not: _, ...rest } = use
  const name = metric === undefined ? null : fillMetric(metric, vars)
  const isWeightRead = weight === undefined || weight >= 0
  return {
    use: {
      ...rest,
      ...(not ? { not } : {}),
      ...(name === null ? {} : { name }),
      ...(weight === undefined || !isWeightRead ? {} : { weight }),
    },
    lost: [
      ...lost,
      ...(metric !== undefined && name === null
        ? ['its metric: the template needs more than variables']
        : []),
      ...(isWeightRead ? [] : ['its weight: it is below 0']),
    ],
  }
}

function fillMetric(metric: string, vars: AssertionContext['vars']): string | null {
  try {
    return fillTemplate(metric, vars)
  } catch (error) {
    if (error instanceof UnsupportedTemplate) return null
    throw error
  }
}

function fillValue(value: unknown, vars: AssertionContext['vars']): unknown {
  if (value instanceof FileValue) return value.content
  if (typeof value === 'string') return value.startsWith('file://') ? value : fillTemplate(value, vars)
  if (Array.isArray(value)) return value.map((each) => fillValue(each, vars))
  return value
}
