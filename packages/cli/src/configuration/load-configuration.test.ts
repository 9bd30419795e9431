import { describe, expect, it } from 'vitest'
import { parseConfiguration } from './load-configuration.ts'

const errorOf = (text: string) => {
  const result = parseConfiguration(text, 'assay.yaml')
  if (result.ok) throw new Error('expected an error')
  return result.error
}

describe('parseConfiguration', () => {
  it('fills in the defaults of an empty file', () => {
    const result = parseConfiguration('', 'assay.yaml')
    expect(result).toMatchObject({
      ok: true,
      value: { judge: 'rules', limits: { concurrency: 8 }, targets: {} },
    })
  })

  it('reads a target by its kind', () => {
    const result = parseConfiguration(
      'targets:\n  mine:\n    kind: module\n    module: ./a.ts\n',
      'assay.yaml',
    )
    expect(result).toMatchObject({
      ok: true,
      value: { targets: { mine: { kind: 'module', function: 'answer' } } },
    })
  })

  it('names the line and the nearest known key of an unknown one', () => {
    const error = errorOf('description: x\nknowlegeBase:\n  name: docs\n')
    expect(error).toMatchObject({ code: 'ASSAY-1004', fix: 'did you mean "knowledgeBase"?' })
    expect(error.where).toContain('line 2')
  })

  it('knows the keys inside a target', () => {
    const error = errorOf('targets:\n  mine:\n    kind: module\n    modul: ./a.ts\n')
    expect(error.fix).toContain('module')
  })

  it('names the line of a value that is not valid', () => {
    const error = errorOf('description: x\ntestSet:\n  questions: many\n')
    expect(error).toMatchObject({ code: 'ASSAY-1002' })
    expect(error.where).toContain('line 3: testSet.questions')
  })

  it('names the line of broken YAML', () => {
    expect(errorOf('a: [1, 2\nb: 3\n').where).toMatch(/line \d/)
  })
})
