import { describe, expect, it } from 'vitest'
import { parseCommand } from './parse-command.ts'

const parse = (line: string) => parseCommand(line.split(' '), '0.0.0', () => undefined)

describe('a number out of its range is refused before anything starts', () => {
  it.each([
    ['eval run --repeat 0', '--repeat 0: expected a whole number, 1 or more'],
    ['eval run --concurrency 0', '--concurrency 0: expected a whole number, 1 or more'],
    ['eval run --k 0', '--k 0: expected a whole number, 1 or more'],
    ['eval run --limit 0', '--limit 0: expected a whole number, 1 or more'],
    ['eval run --repeat 2.5', '--repeat 2.5: expected a whole number, 1 or more'],
    ['eval run --repeat 99999999999999999999', /a whole number/],
    ['eval matrix --repeat 0', '--repeat 0: expected a whole number, 1 or more'],
    ['eval run --max-calls 0', '--max-calls 0: expected a whole number, 1 or more'],
    ['eval run --budget -1', '--budget -1: expected a number, 0 or more'],
    ['eval run --margin 5', /^--margin 5: expected a share from 0 to below 1/],
    ['eval run --margin 1', /^--margin 1: expected a share/],
    ['testset generate --questions 0', '--questions 0: expected a whole number, 1 or more'],
    ['kb add docs --max-tokens 0', '--max-tokens 0: expected a whole number, 32 or more'],
    ['kb search word --limit 0', '--limit 0: expected a whole number, 1 or more'],
  ])('%s', async (line, message) => {
    expect(await parse(line)).toMatchObject({
      ok: false,
      error: {
        code: 'ASSAY-1001',
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      },
    })
  })

  it.each([
    ['eval run --budget 0 --margin 0 --repeat 1', { budget: 0, margin: 0, repeat: 1 }],
    ['eval run --budget .5 --margin 0.05 --seed 0', { budget: 0.5, margin: 0.05, seed: '0' }],
    ['kb add docs --overlap 0', { overlap: 0 }],
    ['stats interval --passes 0 --of 5', { passes: 0, of: 5 }],
  ])('%s is taken', async (line, options) => {
    expect(await parse(line)).toMatchObject({ ok: true, value: { input: { options } } })
  })
})

describe('the name of a run', () => {
  const commands = ['eval run', 'eval score before', 'eval matrix', 'testset generate']

  it.each(commands)('of %s is checked before anything is asked', async (command) => {
    for (const name of ['../x', '.hidden', '-x', 'a/b', 'a b', 'x'.repeat(101)])
      expect(
        await parseCommand([...command.split(' '), `--name=${name}`], '0', () => undefined),
      ).toMatchObject({
        ok: false,
        error: { code: 'ASSAY-1001', message: expect.stringContaining(`--name ${name}: expected letters`) },
      })
    for (const name of ['first', 'v1.2_x-3', 'Grün'])
      expect(await parse(`${command} --name ${name}`)).toMatchObject({ ok: true })
  })
})

describe('global options', () => {
  it.each([
    '--config x.yaml eval run --name zz',
    'eval --config x.yaml run --name zz',
    'eval run --config x.yaml --name zz',
    '--config=x.yaml eval run --name zz',
    'eval run --name zz --config=x.yaml',
  ])('stand before, between and after the words of a command: %s', async (line) => {
    expect(await parse(line)).toMatchObject({
      ok: true,
      value: {
        row: { name: 'eval run' },
        globals: { config: 'x.yaml' },
        input: { options: { name: 'zz' }, arguments: [] },
      },
    })
  })

  it('leave the arguments of the command alone', async () => {
    expect(await parse('--json --config x.yaml eval show before --plain')).toMatchObject({
      ok: true,
      value: {
        row: { name: 'eval show' },
        globals: { json: true, plain: true, config: 'x.yaml' },
        input: { arguments: ['before'] },
      },
    })
    expect(await parse('--config x.yaml report before')).toMatchObject({
      ok: true,
      value: { row: { name: 'report' }, input: { arguments: ['before'] } },
    })
  })
})

describe('what is not understood', () => {
  it.each([
    ['eval rum', "unknown command 'rum'", 'did you mean run?'],
    ['eval run --nmae x', "unknown option '--nmae'", 'did you mean --name?'],
    ['eval run --what x', "unknown option '--what'", 'see its options with assay eval run --help'],
    ['zzz', "unknown command 'zzz'", 'see the commands with assay --help'],
    ['--foo bar eval run', "unknown option '--foo'", 'see the commands with assay --help'],
  ])('%s: one line and what may be meant', async (line, message, fix) => {
    expect(await parse(line)).toMatchObject({ ok: false, error: { code: 'ASSAY-1001', message, fix } })
  })

  it('never passes for done', async () => {
    expect(await parse('-- eval run')).toMatchObject({ ok: false, error: { code: 'ASSAY-1001' } })
  })

  it('names the choices of an option', async () => {
    expect(await parse('testset generate --generator fact')).toMatchObject({
      ok: false,
      error: { message: '--generator fact: expected facts | model' },
    })
  })
})

it('shows help without an error', async () => {
  expect(await parse('eval run --help')).toEqual({ ok: true, value: null })
  expect(await parse('eval')).toEqual({ ok: true, value: null })
})
