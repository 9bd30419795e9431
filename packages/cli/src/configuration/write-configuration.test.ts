import { describe, expect, it } from 'vitest'
import { parseConfiguration } from './load-configuration.ts'
import { writeConfiguration, type InitAnswers } from './write-configuration.ts'

const targets: readonly InitAnswers['target'][] = [
  { kind: 'openai', url: 'http://127.0.0.1:8000/v1', model: 'my-model' },
  { kind: 'http', url: 'http://127.0.0.1:8000/ask?x=1' },
  { kind: 'module', module: './assistant.ts' },
  { kind: 'python', function: 'rag.py:answer' },
  { kind: 'recorded', file: 'answers: "old".jsonl' },
]

describe('writeConfiguration', () => {
  it.each(targets)('writes a file that is read back as it was meant: $kind', (target) => {
    const answers = {
      description: 'Answers "how to" questions: all of them',
      sources: ['docs/', '*.md'],
      embedder: null,
      target,
      questions: 60,
    }
    const parsed = parseConfiguration(writeConfiguration(answers, './schema.json'), 'assay.yaml')
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        description: answers.description,
        knowledgeBase: { sources: answers.sources },
        target: 'mine',
        targets: { mine: target },
      },
    })
  })
})
