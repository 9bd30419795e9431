import * as z from 'zod'
import { checkUseSchema } from './check.ts'

/** One target, as it stands under `targets:` in `assay.yaml`. The kind decides which other keys are read. */
const openAiTargetSchema = z.strictObject({
  kind: z.literal('openai').describe('An OpenAI-compatible chat endpoint'),
  url: z.string().describe('Base address, up to and with /v1'),
  model: z.string().describe('Model id sent in the request'),
  apiKeyEnv: z.string().optional().describe('Name of the environment variable that holds the key'),
  systemPrompt: z.string().optional().describe('System message put before the history'),
  temperature: z.number().optional().describe('0 to 2'),
  maxOutputTokens: z.number().int().positive().optional().describe('Cap of the answer'),
  stream: z
    .boolean()
    .default(false)
    .describe('Read the answer as it comes, to measure the time to the first token'),
})

const httpTargetSchema = z.strictObject({
  kind: z.literal('http').describe('Any HTTP endpoint'),
  url: z.string().describe('Address; may hold {{ variables }}'),
  method: z.enum(['POST', 'GET', 'PUT']).default('POST').describe('HTTP method'),
  headers: z
    .record(z.string(), z.string())
    .default({})
    .describe('Headers; ${NAME} is read from the environment'),
  body: z
    .unknown()
    .optional()
    .describe(
      'Request template; strings may hold {{ question }}, {{ history }}, {{ messages }}, {{ threadId }}',
    ),
  answerPath: z.string().default('$.answer').describe('JSONPath of the answer text'),
  documentsPath: z.string().optional().describe('JSONPath of the list of retrieved documents'),
  documentTextPath: z.string().default('$.text').describe('JSONPath of the text in one document'),
  documentIdPath: z.string().default('$.id').describe('JSONPath of the id in one document'),
  toolCallsPath: z.string().optional().describe('JSONPath of the list of tool calls'),
  usagePath: z.string().optional().describe('JSONPath of the token usage'),
  modelPath: z.string().optional().describe('JSONPath of the returned model id'),
  stream: z.enum(['none', 'sse', 'jsonl']).default('none').describe('How the answer is streamed'),
  deltaPath: z.string().default('$.delta').describe('JSONPath of the text in one streamed event'),
  threadIdPath: z
    .string()
    .optional()
    .describe('JSONPath of the thread id the endpoint returns; makes the target stateful'),
})

const moduleTargetSchema = z.strictObject({
  kind: z.literal('module').describe('A TypeScript or JavaScript module'),
  module: z.string().describe('Path of the module'),
  function: z
    .string()
    .default('answer')
    .describe('Exported function: ({ question, history }) → { text, documents }'),
})

const pythonTargetSchema = z.strictObject({
  kind: z.literal('python').describe('A Python function in its own process'),
  function: z.string().describe('file.py:function'),
  python: z.string().default('python3').describe('Interpreter'),
})

const commandTargetSchema = z.strictObject({
  kind: z.literal('command').describe('A shell command; reads a JSON request on standard input'),
  command: z.string().describe('The command line'),
})

const recordedTargetSchema = z.strictObject({
  kind: z.literal('recorded').describe('Answers you already have'),
  file: z.string().describe('JSON Lines of { id or question, answer, documents }'),
})

const targetLimitsSchema = z.strictObject({
  concurrency: z.number().int().positive().optional().describe('Questions at once'),
  requestsPerMinute: z.number().positive().optional().describe('Cap of requests a minute'),
  tokensPerMinute: z.number().positive().optional().describe('Cap of tokens a minute'),
  timeoutMs: z.number().int().positive().optional().describe('Longest wait for one answer'),
})
export type TargetLimits = z.infer<typeof targetLimitsSchema>

const namedTarget = {
  name: z.string().optional().describe('Name in reports; absent: its name under targets'),
  version: z.string().optional().describe('Version of the system, shown in reports'),
  prompt: z
    .string()
    .optional()
    .describe('Prompt text: system message of an openai target, `prompt` for any other'),
  parameters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('Such as temperature, topP, seed, model: sent by an openai target, `parameters` for any other'),
  limits: targetLimitsSchema.optional(),
}

export const targetConfigurationSchema = z.discriminatedUnion('kind', [
  openAiTargetSchema.extend(namedTarget),
  httpTargetSchema.extend(namedTarget),
  moduleTargetSchema.extend(namedTarget),
  pythonTargetSchema.extend(namedTarget),
  commandTargetSchema.extend(namedTarget),
  recordedTargetSchema.extend(namedTarget),
])
export type TargetConfiguration = z.infer<typeof targetConfigurationSchema>

/** `assay.yaml`. */
export const configurationSchema = z.strictObject({
  description: z.string().optional().describe('What the system is for; generation and judges read it'),
  knowledgeBase: z
    .strictObject({
      name: z.string().default('default').describe('Name of the knowledge base'),
      sources: z.array(z.string()).default([]).describe('Files, folders, globs, addresses'),
      textField: z.string().optional().describe('Column or path of the text in CSV, JSON and JSON Lines'),
      embedder: z
        .string()
        .optional()
        .describe('provider:model, such as local:minilm; absent: search by words alone'),
    })
    .optional(),
  testSet: z
    .strictObject({
      file: z.string().default('testset.jsonl').describe('Where the test set is kept'),
      generator: z.enum(['facts', 'model']).default('facts').describe('facts needs no model'),
      questions: z.number().int().positive().default(60).describe('How many questions to generate'),
      types: z.array(z.string()).optional().describe('Question types; absent: all the generator knows'),
      seed: z.union([z.string(), z.number()]).default(1).describe('The same seed gives the same questions'),
    })
    .optional(),
  target: z.string().optional().describe('Name of the target to evaluate'),
  targets: z
    .record(z.string(), targetConfigurationSchema)
    .default({})
    .describe('The systems under test, by name'),
  matrix: z
    .strictObject({
      targets: z.array(z.string()).optional().describe('Names of targets; absent: the one of `target`'),
      prompts: z
        .record(z.string(), z.string())
        .optional()
        .describe('Prompt files by the name the table shows'),
      parameters: z
        .record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1))
        .optional()
        .describe('Values to try of each parameter'),
    })
    .optional()
    .describe('What `assay eval matrix` crosses'),
  judge: z
    .string()
    .default('rules')
    .describe(
      'What judges correctness: rules, provider:model, provider:model*3 (votes), several with commas (a panel), one after another with "then" (each asked what those before it did not judge), or none where checks decide alone',
    ),
  checks: z.array(checkUseSchema).default([]).describe('What every answer must hold to (`assay check list`)'),
  checkSets: z
    .record(z.string(), z.array(checkUseSchema))
    .default({})
    .describe('Named lists of checks, for the check `set`'),
  checkTemplates: z
    .record(z.string(), checkUseSchema)
    .default({})
    .describe('Checks to refer to by `template`'),
  model: z.string().optional().describe('provider:model for generation and topic names'),
  limits: z
    .strictObject({
      concurrency: z.number().int().positive().default(8).describe('Units of work at once'),
      budgetUsd: z.number().nonnegative().optional().describe('Stop before spending more'),
      budgetCalls: z.number().int().nonnegative().optional().describe('Stop before making more model calls'),
      budgetTokens: z.number().int().nonnegative().optional().describe('Stop before using more tokens'),
    })
    .prefault({}),
  gates: z
    .array(z.string())
    .default([])
    .describe('Such as "correctness < 0.8" or "regression"; a gate that holds fails the run'),
  hub: z
    .strictObject({
      url: z.string().describe('Address of the hub'),
      project: z
        .string()
        .optional()
        .describe('Project of the hub, by name or id; absent: the only one the key may see'),
      keyEnv: z
        .string()
        .default('ASSAY_HUB_KEY')
        .describe('Name of the environment variable that holds the API key'),
    })
    .optional()
    .describe('The hub that evaluations are sent to while they run'),
})
export type Configuration = z.infer<typeof configurationSchema>
