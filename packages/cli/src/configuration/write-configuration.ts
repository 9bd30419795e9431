/** What `assay init` asks. Paths are relative to the configuration's folder. */
export interface InitAnswers {
  readonly description: string
  readonly sources: readonly string[]
  readonly embedder: string | null
  readonly target:
    | { readonly kind: 'openai'; readonly url: string; readonly model: string }
    | { readonly kind: 'http'; readonly url: string }
    | { readonly kind: 'module'; readonly module: string }
    | { readonly kind: 'python'; readonly function: string }
    | { readonly kind: 'command'; readonly command: string }
    | { readonly kind: 'recorded'; readonly file: string }
  readonly questions: number
}

/** The text of a working `assay.yaml` with the comments a first reader needs. */
export function writeConfiguration(
  answers: InitAnswers,
  schemaFile: string,
  judge: 'rules' | 'none' = 'rules',
): string {
  return [
    `# yaml-language-server: $schema=${schemaFile}`,
    '# What the system is for: generation and judges read it.',
    `description: ${quote(answers.description)}`,
    '',
    'knowledgeBase:',
    '  name: docs',
    `  sources: [${answers.sources.map(quote).join(', ')}]`,
    ...(answers.embedder === null
      ? ['  # embedder: local:minilm   # search by meaning too; `assay models pull` fetches it']
      : [`  embedder: ${answers.embedder}`]),
    '',
    'testSet:',
    '  file: testset.jsonl',
    `  questions: ${answers.questions}`,
    '  generator: facts   # rules, no model needed; or: model',
    '',
    'target: mine',
    'targets:',
    '  mine:',
    ...targetLines(answers.target).map((line) => `    ${line}`),
    '',
    `judge: ${judge}   # rules, provider:model, or none: checks decide alone`,
    '# model: openai:gpt-5-mini   # for generator: model, and for topic names',
    '',
    '# A gate that holds fails the run with exit code 1.',
    'gates: ["passing < 0.8"]',
    '',
  ].join('\n')
}

function targetLines(target: InitAnswers['target']): readonly string[] {
  switch (target.kind) {
    case 'openai':
      return [
        'kind: openai',
        `url: ${quote(target.url)}`,
        `model: ${quote(target.model)}`,
        '# apiKeyEnv: OPENAI_API_KEY',
      ]
    case 'http':
      return [
        'kind: http',
        `url: ${quote(target.url)}`,
        'body: { question: "{{ question }}" }',
        'answerPath: $.answer',
        '# documentsPath: $.documents   # turns on the retrieval figures',
      ]
    case 'module':
      return ['kind: module', `module: ${quote(target.module)}`]
    case 'python':
      return ['kind: python', `function: ${quote(target.function)}`]
    case 'command':
      return ['kind: command', `command: ${quote(target.command)}`]
    case 'recorded':
      return ['kind: recorded', `file: ${quote(target.file)}`]
  }
}

/** Double-quoted YAML strings have JSON's escapes. */
const quote = (text: string): string => (/^[A-Za-z][\w ./-]*$/.test(text) ? text : JSON.stringify(text))
