import * as z from 'zod'

const recordSchema = z.record(z.string(), z.unknown())

export interface PromptfooAssertion {
  readonly type: string
  readonly value?: unknown
  readonly threshold?: number | undefined
  readonly weight?: number | undefined
  readonly metric?: string | undefined
  readonly provider?: unknown
  readonly rubricPrompt?: unknown
  readonly transform?: unknown
  readonly contextTransform?: unknown
  readonly config?: unknown
  /** Of an `assert-set`. */
  readonly assert?: readonly PromptfooAssertion[] | undefined
  /** Of a reference to `assertionTemplates`. */
  readonly $ref?: string | undefined
}

const assertionSchema: z.ZodType<PromptfooAssertion> = z.lazy(() =>
  z.looseObject({
    type: z.string().default(''),
    value: z.unknown().optional(),
    threshold: z.number().optional(),
    weight: z.number().optional(),
    metric: z.string().optional(),
    provider: z.unknown().optional(),
    rubricPrompt: z.unknown().optional(),
    transform: z.unknown().optional(),
    contextTransform: z.unknown().optional(),
    config: z.unknown().optional(),
    assert: z.array(assertionSchema).optional(),
    $ref: z.string().optional(),
  }),
)

const optionsSchema = z.looseObject({
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  /** Who grades. */
  provider: z.unknown().optional(),
  disableVarExpansion: z.boolean().optional(),
  disableDefaultAsserts: z.boolean().optional(),
})
/** What of a test's options is read. */
export const optionKeys = Object.keys(optionsSchema.shape)

const listOf = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform((only: z.output<T>) => [only])])

const testSchema = z.looseObject({
  description: z.string().optional(),
  /** By name, or the files they stand in. */
  vars: z.union([recordSchema, z.string(), z.array(z.string())]).optional(),
  /** Labels and ids of the prompts it is asked with; absent: all. */
  prompts: listOf(z.string()).optional(),
  assert: z.array(assertionSchema).optional(),
  threshold: z.number().optional(),
  options: optionsSchema.optional(),
  metadata: recordSchema.optional(),
})
export type PromptfooTest = z.infer<typeof testSchema>
/** What of a test is read or changes nothing. */
export const testKeys = Object.keys(testSchema.shape)

const namedPrompt = z.looseObject({
  id: z.string().optional(),
  raw: z.string().optional(),
  label: z.string().optional(),
})
export const promptKeys = Object.keys(namedPrompt.shape)

const provider = z.union([
  z.string(),
  z.looseObject({ id: z.string(), label: z.string().optional(), config: recordSchema.optional() }),
  recordSchema,
])

/** The documented shape of `promptfooconfig.yaml` (promptfoo 0.123), as far as it is read. Unknown keys are reported, not refused. */
export const promptfooConfigSchema = z.looseObject({
  description: z.string().optional(),
  prompts: listOf(z.union([z.string(), namedPrompt])).default([]),
  providers: listOf(provider).optional(),
  targets: listOf(provider).optional(),
  tests: z.union([z.string(), z.array(z.union([z.string(), testSchema]))]).default([]),
  defaultTest: testSchema.optional(),
  assertionTemplates: z.record(z.string(), assertionSchema).optional(),
})
export type PromptfooConfig = z.infer<typeof promptfooConfigSchema>
export const configKeys = Object.keys(promptfooConfigSchema.shape)
export const promptfooTestSchema = testSchema
