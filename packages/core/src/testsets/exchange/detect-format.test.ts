import { expect, test } from 'vitest'
import { detectFormat } from './detect-format.ts'

test.each([
  ['{"id":"1","question":"a","referenceClaims":[]}\n{}', 'jsonl'],
  ['{"id":"1","question":"a","reference_answer":"b"}\n', 'raget'],
  ['[\n  {"messages": []}\n]', 'hub-json'],
  ['{\n "name": "x",\n "test_cases": []}', 'hub-json'],
  ['tag_1,user_message,expected_output\n', 'hub-csv'],
  ['\uFEFFquestion;answer\nx;y', 'csv'],
  ['just words', null],
  ['{"question": broken', null],
])('%j is %s', (text, format) => {
  expect(detectFormat(text)).toBe(format)
})
