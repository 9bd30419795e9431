import { createError } from '@assay/core'
import { expect, test } from 'vitest'
import { chooseNamedTarget } from './choose-named-target.ts'
import { explainTargetFailure } from './explain-target-failure.ts'

test('what a module threw stands in the message, without --verbose', () => {
  const detail = 'Error: boom\n    at answer (file:///work/boom.mjs:1:34)'
  const error = explainTargetFailure(
    createError('ASSAY-4003', { where: 'boom.mjs:answer', detail }),
    'module',
  )
  expect(error).toMatchObject({ message: 'The target threw Error: boom', detail })
})

test('the line of a loader or interpreter that names the fault is taken, wherever it stands', () => {
  const syntax = 'file:///work/a.mjs:1\nlet = \n    ^\n\nSyntaxError: Unexpected token\n    at compile (node)'
  const load = (detail: string, kind: 'module' | 'python') =>
    explainTargetFailure(createError('ASSAY-4006', { detail }), kind).message
  expect(load(syntax, 'module')).toContain(': SyntaxError: Unexpected token')
  expect(load('Traceback:\n  File "a.py"\nNameError: x\n', 'python')).toContain(': NameError: x')
})

test('no remedy sends to the command that just failed, and response paths are for addresses alone', () => {
  for (const kind of ['module', 'python', 'command', 'http', 'openai'] as const)
    for (const code of ['ASSAY-4003', 'ASSAY-4004', 'ASSAY-4006'] as const) {
      const { fix } = explainTargetFailure(createError(code), kind)
      if (code !== 'ASSAY-4006' || kind !== 'command') expect(fix).not.toContain('assay target test')
      expect(/response paths/.test(fix ?? '')).toBe(kind === 'http' && code === 'ASSAY-4004')
    }
})

test('a remedy that was written for the failure stays', () => {
  const error = createError('ASSAY-4006', { fix: 'write it as file.py:function' })
  expect(explainTargetFailure(error, 'python').fix).toBe('write it as file.py:function')
})

test('without a target the remedy is words of this command', () => {
  const none = chooseNamedTarget({ targets: {} }, undefined)
  expect(none).toMatchObject({ ok: false, error: { code: 'ASSAY-4006' } })
  expect(none.ok ? '' : none.error.fix).toMatch(/^(?!.*--target).*assay target test module:/)
  const module = { kind: 'module', module: 'a.ts', function: 'answer' } as const
  const two = chooseNamedTarget({ targets: { before: module, after: module } }, undefined)
  expect(two.ok ? '' : two.error.fix).toContain('assay target test before')
  expect(chooseNamedTarget({ targets: { before: module, after: module } }, 'befor')).toMatchObject({
    ok: false,
    error: { fix: 'did you mean before?' },
  })
  expect(chooseNamedTarget({ targets: {} }, 'python:a.py:f')).toMatchObject({
    ok: true,
    value: { kind: 'python' },
  })
})
