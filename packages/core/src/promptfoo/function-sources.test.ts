import { compileFunction } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createFunctionSources } from './function-sources.ts'
import { toFunctionBody } from './to-function-body.ts'

function isFunctionBody(code: string): boolean {
  try {
    compileFunction(`async (output, context) => {\n${code}\n}`)
    return true
  } catch {
    return false
  }
}

const run = (code: string, output: string): unknown =>
  compileFunction(toFunctionBody(code), ['output', 'context'])(output, { vars: {} })

describe('the code of a JavaScript assertion', () => {
  it.each([
    ['output.length > 3', true],
    ['output.length > 3;', true],
    ['output.length > 3 ; ;\n', true],
    ['output.length > 3 // a note', true],
    ['output.length > 3; // a note', true],
    ['return output.length > 3;', true],
    ['if (output.length > 3) {\n  return true\n}\nreturn false', true],
    ['({ pass: output.length > 3 }).pass', true],
    ['const size = output.length; size > 3', true],
    ['let mark = ";"; output.includes(mark + "b")', true],
    ['const list = [1].map((x) => { return x; }); list.length === 1 // one; only', true],
    ['const ok = true; /;b/.test(output) && ok', true],
    ['var output = output.trim(); output === "a;b c"', true],
    ['const text = `a;b c`; text === output', true],
  ])('gives what it gives there: %s', (code, expected) => {
    expect(run(code, 'a;b c')).toBe(expected)
  })

  it('keeps the text of several lines as it is', () => {
    expect(run('const text = `a\nb`\nreturn text === output', 'a\nb')).toBe(true)
  })

  it('is named where it is broken, so that the shared file stays whole', () => {
    const sources = createFunctionSources(isFunctionBody)
    expect(sources.addJavaScript('output.length > 3; // note')).toEqual({
      function: 'promptfoo-functions.mjs:assertion1',
    })
    for (const broken of ['output.length >', 'let output = 1', 'true } export const x = () => { return 1'])
      expect(sources.addJavaScript(broken)).toBe('its code is no JavaScript that a function can hold')
    expect(sources.addJavaScript('output.includes("a")')).toEqual({
      function: 'promptfoo-functions.mjs:assertion2',
    })
  })
})
