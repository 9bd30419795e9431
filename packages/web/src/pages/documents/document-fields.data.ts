import type { DocumentKind } from '@assay/contracts/hub'
import * as t from '../../texts/texts.ts'
import { readAt, type Body, type BodyField } from './body-field.ts'

const isConnection = (kind: string) => (body: Body) => readAt(body, 'connection.kind') === kind
const isLocal = (body: Body) => !['http', 'openai'].includes(String(readAt(body, 'connection.kind')))
const isStreamed = (body: Body) =>
  isConnection('http')(body) && !['none', undefined].includes(readAt(body, 'connection.stream') as string)
const hasDocuments = (body: Body) =>
  isConnection('http')(body) && readAt(body, 'connection.documentsPath') !== undefined
const description: BodyField = { at: 'description', as: 'long-text', label: t.fields.description, empty: '' }

/** How a target is reached: an HTTP endpoint in plain fields, or an OpenAI-compatible one. */
const connection: readonly BodyField[] = [
  {
    at: 'connection.kind',
    as: 'choice',
    label: t.fields.connectionKind,
    options: t.fields.connectionKinds,
    // Others run on the hub's machine; they come from the command line.
    offered: ['http', 'openai'],
    isRequired: true,
  },
  {
    at: 'connection.url',
    as: 'text',
    label: t.fields.url,
    hint: t.fields.httpUrlHint,
    placeholder: 'https://assistant.example.com/ask',
    isRequired: true,
    isShown: isConnection('http'),
  },
  {
    at: 'connection.url',
    as: 'text',
    label: t.fields.url,
    hint: t.fields.openaiUrlHint,
    placeholder: 'https://models.example.com/v1',
    isRequired: true,
    isShown: isConnection('openai'),
  },
  {
    at: 'connection.method',
    as: 'choice',
    label: t.fields.method,
    options: { POST: 'POST', GET: 'GET', PUT: 'PUT' },
    isShown: isConnection('http'),
  },
  {
    at: 'connection.headers',
    as: 'texts',
    label: t.fields.headers,
    hint: t.fields.headersHint,
    isShown: isConnection('http'),
  },
  {
    at: 'connection.body',
    as: 'json',
    label: t.fields.body,
    hint: t.fields.bodyHint,
    placeholder: '{ "question": "{{ question }}" }',
    isShown: isConnection('http'),
  },
  {
    at: 'connection.answerPath',
    as: 'text',
    label: t.fields.answerPath,
    hint: t.fields.answerPathHint,
    placeholder: '$.answer',
    isShown: isConnection('http'),
  },
  {
    at: 'connection.documentsPath',
    as: 'text',
    label: t.fields.documentsPath,
    hint: t.fields.documentsPathHint,
    placeholder: '$.documents',
    isShown: isConnection('http'),
  },
  {
    at: 'connection.documentTextPath',
    as: 'text',
    label: t.fields.documentTextPath,
    placeholder: '$.text',
    isShown: hasDocuments,
  },
  {
    at: 'connection.documentIdPath',
    as: 'text',
    label: t.fields.documentIdPath,
    placeholder: '$.id',
    isShown: hasDocuments,
  },
  {
    at: 'connection.model',
    as: 'text',
    label: t.fields.modelId,
    hint: t.fields.modelIdHint,
    isRequired: true,
    isShown: isConnection('openai'),
  },
  {
    at: 'connection.apiKeyEnv',
    as: 'secret',
    label: t.fields.apiKeyEnv,
    hint: t.fields.apiKeyEnvHint,
    isShown: isConnection('openai'),
  },
  {
    at: 'connection.systemPrompt',
    as: 'long-text',
    label: t.fields.systemPrompt,
    isShown: isConnection('openai'),
  },
  {
    at: 'connection.temperature',
    as: 'number',
    label: t.fields.temperature,
    least: 0,
    isShown: isConnection('openai'),
  },
  {
    at: 'connection.maxOutputTokens',
    as: 'number',
    label: t.fields.maxOutputTokens,
    least: 1,
    isWhole: true,
    isShown: isConnection('openai'),
  },
  {
    at: 'connection.stream',
    as: 'yes',
    label: t.fields.streamAnswers,
    isShown: isConnection('openai'),
    isRare: true,
  },
  {
    at: 'connection.stream',
    as: 'choice',
    label: t.fields.stream,
    options: t.fields.streams,
    isShown: isConnection('http'),
    isRare: true,
  },
  {
    at: 'connection.deltaPath',
    as: 'text',
    label: t.fields.deltaPath,
    placeholder: '$.delta',
    isShown: isStreamed,
    isRare: true,
  },
  {
    at: 'connection.threadIdPath',
    as: 'text',
    label: t.fields.threadIdPath,
    hint: t.fields.threadIdHint,
    isShown: isConnection('http'),
    isRare: true,
  },
  {
    at: 'connection.toolCallsPath',
    as: 'text',
    label: t.fields.toolCallsPath,
    isShown: isConnection('http'),
    isRare: true,
  },
  {
    at: 'connection.usagePath',
    as: 'text',
    label: t.fields.usagePath,
    isShown: isConnection('http'),
    isRare: true,
  },
  {
    at: 'connection.modelPath',
    as: 'text',
    label: t.fields.modelPath,
    isShown: isConnection('http'),
    isRare: true,
  },
  {
    at: 'connection.module',
    as: 'text',
    label: t.fields.module,
    isRequired: true,
    isShown: isConnection('module'),
  },
  {
    at: 'connection.function',
    as: 'text',
    label: t.fields.function,
    isShown: (body) => isConnection('module')(body) || isConnection('python')(body),
  },
  {
    at: 'connection.command',
    as: 'text',
    label: t.fields.command,
    isRequired: true,
    isShown: isConnection('command'),
  },
  {
    at: 'connection.file',
    as: 'text',
    label: t.fields.file,
    isRequired: true,
    isShown: (body) => isLocal(body) && isConnection('recorded')(body),
  },
]

const consists: readonly BodyField[] = [
  { at: 'model', as: 'named', kind: 'model', label: t.fields.model, hint: t.fields.modelHint, empty: null },
  { at: 'prompt', as: 'pin', kind: 'prompt', label: t.fields.prompt, empty: null },
  { at: 'knowledgeBase', as: 'pin', kind: 'knowledge-base', label: t.fields.knowledgeBase, empty: null },
  {
    at: 'codeRevision',
    as: 'text',
    label: t.fields.codeRevision,
    hint: t.fields.codeRevisionHint,
    empty: null,
  },
  { at: 'parameters', as: 'values', label: t.fields.parameters, hint: t.fields.parametersHint },
  { at: 'retrieval', as: 'values', label: t.fields.retrieval, hint: t.fields.retrievalHint },
  { at: 'metadata', as: 'texts', label: t.fields.metadata, isRare: true },
]

const limits: readonly BodyField[] = [
  {
    at: 'connection.limits.concurrency',
    as: 'number',
    label: t.fields.concurrency,
    least: 1,
    isWhole: true,
  },
  { at: 'connection.limits.requestsPerMinute', as: 'number', label: t.fields.requestsPerMinute, least: 0 },
  { at: 'connection.limits.tokensPerMinute', as: 'number', label: t.fields.tokensPerMinute, least: 0 },
  { at: 'connection.limits.timeoutMs', as: 'number', label: t.fields.timeoutMs, least: 1, isWhole: true },
  { at: 'budgetUsd', as: 'number', label: t.fields.budget, least: 0, empty: null },
]

const under = (part: string, fields: readonly BodyField[]): BodyField[] =>
  fields.map((field) => ({ ...field, part }))

/** What is asked and shown of each kind, as the contract has it. */
export const fieldsOf: Readonly<Record<DocumentKind, readonly BodyField[]>> = {
  target: [
    description,
    ...under(t.fields.connection, connection),
    ...under(t.fields.consists, consists),
    ...under(t.fields.limits, limits),
  ],
  model: [
    { at: 'provider', as: 'text', label: t.fields.provider, isRequired: true },
    { at: 'snapshot', as: 'text', label: t.fields.snapshot, hint: t.fields.snapshotHint, isRequired: true },
    { at: 'size', as: 'text', label: t.fields.size, hint: t.fields.sizeHint, empty: null },
    { at: 'licence', as: 'text', label: t.fields.licence, empty: null },
    { at: 'weights', as: 'choice', label: t.fields.weights, options: t.fields.weightsOf, isRequired: true },
    { at: 'price', as: 'price', label: t.fields.price, empty: null },
    {
      at: 'contextTokens',
      as: 'number',
      label: t.fields.contextTokens,
      least: 1,
      isWhole: true,
      empty: null,
    },
    { at: 'note', as: 'long-text', label: t.fields.note, empty: '' },
  ],
  prompt: [
    { at: 'messages', as: 'messages', label: t.fields.messages, hint: t.fields.messagesHint },
    { at: 'note', as: 'long-text', label: t.fields.note, empty: '' },
  ],
  'knowledge-base': [
    description,
    { at: 'sources', as: 'lines', label: t.fields.sources, hint: t.fields.sourcesHint },
    {
      at: 'contentVersion',
      as: 'text',
      label: t.fields.contentVersion,
      hint: t.fields.contentVersionHint,
      isRequired: true,
    },
    { at: 'documents', as: 'number', label: t.fields.documents, least: 0, isWhole: true, isRequired: true },
    { at: 'chunks', as: 'number', label: t.fields.chunks, least: 0, isWhole: true, isRequired: true },
    { at: 'embedder', as: 'text', label: t.fields.embedder, empty: null },
    { at: 'topics', as: 'topics', label: t.fields.topics },
  ],
  'training-dataset': [
    description,
    { at: 'rows', as: 'number', label: t.fields.rows, least: 0, isWhole: true, empty: null },
    { at: 'contentHash', as: 'text', label: t.fields.contentHash, empty: null },
    { at: 'location', as: 'text', label: t.fields.location, empty: null },
    { at: 'licence', as: 'text', label: t.fields.licence, empty: null },
    { at: 'madeFrom', as: 'pins', kind: 'training-dataset', label: t.fields.madeFrom },
    { at: 'trained', as: 'pins', kind: 'model', label: t.fields.trained },
  ],
  check: [description, { at: 'check', as: 'check', label: t.fields.check }],
  requirement: [
    { at: 'statement', as: 'long-text', label: t.fields.statement, isRequired: true, empty: '' },
    { at: 'ownerId', as: 'member', label: t.fields.owner, empty: null },
    { at: 'source.kind', as: 'choice', label: t.fields.sourceKind, options: t.fields.sourceKinds },
    {
      at: 'source.reference',
      as: 'text',
      label: t.fields.sourceReference,
      hint: t.fields.sourceReferenceHint,
      empty: '',
    },
    { at: 'cases.testSetIds', as: 'test-sets', label: t.fields.testSets, part: t.fields.cases },
    {
      at: 'cases.tags',
      as: 'lines',
      label: t.fields.caseTags,
      hint: t.fields.caseTagsHint,
      part: t.fields.cases,
    },
    { at: 'checks', as: 'lines', label: t.fields.checks, hint: t.fields.checksHint, part: t.fields.cases },
    {
      at: 'least',
      as: 'percent',
      label: t.fields.least,
      hint: t.fields.leastHint,
      isRequired: true,
      part: t.fields.cases,
    },
  ],
  schedule: [
    {
      at: 'targetId',
      as: 'document',
      kind: 'target',
      label: t.fields.target,
      isRequired: true,
      part: t.fields.what,
    },
    { at: 'testSetIds', as: 'test-sets', label: t.fields.testSets, part: t.fields.what },
    { at: 'checkIds', as: 'documents', kind: 'check', label: t.fields.checksByName, part: t.fields.what },
    { at: 'judge', as: 'text', label: t.fields.judge, hint: t.fields.judgeHint, part: t.fields.what },
    {
      at: 'repeats',
      as: 'number',
      label: t.fields.repeats,
      least: 1,
      isWhole: true,
      part: t.fields.what,
    },
    { at: 'gates', as: 'lines', label: t.fields.gates, hint: t.fields.gatesHint, part: t.fields.what },
    { at: 'when', as: 'when', label: t.fields.when, part: t.fields.when },
    { at: 'paused', as: 'yes', label: t.fields.paused, part: t.fields.when },
  ],
}

/** What a form begins with. */
export const emptyBodies: Readonly<Record<DocumentKind, Body>> = {
  target: {
    connection: {
      kind: 'http',
      url: '',
      method: 'POST',
      body: { question: '{{ question }}' },
      answerPath: '$.answer',
    },
  },
  model: { provider: '', snapshot: '', weights: 'closed', price: null },
  prompt: { messages: [{ role: 'system', content: '' }] },
  'knowledge-base': { contentVersion: '', documents: 0, chunks: 0 },
  'training-dataset': {},
  check: { check: {} },
  requirement: {
    statement: '',
    source: { kind: 'policy', reference: '' },
    cases: { testSetIds: [], tags: [] },
    least: 0.9,
  },
  schedule: {
    targetId: '',
    testSetIds: [],
    judge: 'rules',
    repeats: 1,
    when: { kind: 'cron', cron: '0 2 * * *', timeZone: 'UTC' },
    paused: false,
  },
}
