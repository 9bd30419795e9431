import { RE2JS } from 're2js'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import { defineCheck } from '../define-check.ts'

const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
}

/** A pattern of the user's is found in the text, in time linear in its length. */
export const regexCheck = defineCheck({
  id: 'regex',
  kind: 'text',
  title: 'Regular expression',
  measures:
    'Whether the pattern (RE2 syntax) is found in the text, or with `whole` is the whole text. The time is linear in the length of the text, whatever the pattern.',
  limits: 'RE2 has no lookaround and no backreferences; such a pattern is refused.',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({
    pattern: z.string().min(1).describe('Pattern in RE2 syntax'),
    flags: z
      .string()
      .regex(/^[ims]*$/, 'flags are i, m and s')
      .default('')
      .describe('i: any case, m: ^ and $ at lines, s: . takes line breaks'),
    whole: z.boolean().default(false).describe('The whole text must be it'),
  }),
  examples: [
    {
      case: { answer: 'Order 4711 is on its way.' },
      parameters: { pattern: String.raw`\b\d{4}\b` },
      outcome: 'pass',
    },
    { case: { answer: 'ORDER' }, parameters: { pattern: '^order$', flags: 'i' }, outcome: 'pass' },
    { case: { answer: 'Order 47' }, parameters: { pattern: String.raw`\d{4}` }, outcome: 'fail' },
    { case: { answer: 'a1' }, parameters: { pattern: '[a-z]', whole: true }, outcome: 'fail' },
  ],
  prepare({ pattern, flags, whole }) {
    const compiled = compilePattern(pattern, flags)
    if (!compiled.ok) return compiled
    return ok({
      run({ text }) {
        const matcher = compiled.value.matcher(text)
        const isFound = whole ? matcher.matches() : matcher.find()
        if (!isFound)
          return {
            outcome: 'fail',
            reason: `/${pattern}/${flags} is not ${whole ? 'the whole text' : 'found'}`,
          }
        const [start, end] = [matcher.start(), matcher.end()]
        return {
          outcome: 'pass',
          reason: `${JSON.stringify(text.slice(start, Math.min(end, start + 80)))} matches`,
          spans: [{ start, end }],
        }
      },
    })
  },
})

/** Fails with ASSAY-7011 that says what RE2 does not take. */
function compilePattern(pattern: string, flags: string): Result<RE2JS> {
  const bits = flags.split('').reduce((sum, flag) => sum | (flagBits[flag] ?? 0), 0)
  try {
    return ok(RE2JS.compile(pattern, bits))
  } catch (error) {
    return fail(
      createError('ASSAY-7011', {
        where: `regex.pattern: ${error instanceof Error ? error.message : String(error)}`,
        message: 'The pattern could not be read',
        fix: 'write it in RE2 syntax: no lookaround, no backreferences',
      }),
    )
  }
}
