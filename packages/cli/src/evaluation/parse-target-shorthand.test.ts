import { expect, test } from 'vitest'
import { parseTargetShorthand } from './parse-target-shorthand.ts'

test.each([
  [
    'module:/long/path/assistant.ts',
    { kind: 'module', name: 'assistant', module: '/long/path/assistant.ts' },
  ],
  ['recorded:answers.jsonl', { kind: 'recorded', name: 'answers', file: 'answers.jsonl' }],
  ['python:bots/rag.py:ask', { kind: 'python', name: 'rag', function: 'bots/rag.py:ask' }],
  ['command:./bin/ask --fast', { kind: 'command', name: 'ask', command: './bin/ask --fast' }],
  ['http://127.0.0.1:8080/ask', { kind: 'http', name: '127.0.0.1:8080', url: 'http://127.0.0.1:8080/ask' }],
  ['openai:http://localhost:1234/v1#llama', { kind: 'openai', name: 'llama', model: 'llama' }],
])('%s is read and named by what it points to', (text, settings) => {
  expect(parseTargetShorthand(text)).toMatchObject(settings)
})

test.each(['assistant', 'nobody:there', 'http//wrong', 'openai:http://localhost'])(
  '%s is no target',
  (text) => {
    expect(parseTargetShorthand(text)).toBeNull()
  },
)
