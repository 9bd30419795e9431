import { expect, it } from 'vitest'
import { describeReproduction } from './describe-reproduction.ts'
import { sampleRun } from './fixtures/sample-run.ts'

const { manifest } = sampleRun({ id: '01930000-0000-7000-8000-000000000001', cases: 3 })

it('names the cases, target, judge, gates and seed of the run', () => {
  expect(describeReproduction(manifest)).toBe(
    "assay hub pull run 01930000-0000-7000-8000-000000000001 && assay eval run --testset .assay/runs/assistant-1/cases.jsonl --target assistant --judge rules --k 5 --repeat 1 --seed 1 --kb docs --fail-if 'passing < 0.9'",
  )
})

it('names the target as it was typed', () => {
  const typed = (command: string): string => describeReproduction({ ...manifest, command })
  expect(typed("assay eval run --target 'module:./my assistant.ts' --name x")).toContain(
    "--target 'module:./my assistant.ts' --judge",
  )
  expect(typed('assay eval run --target=https://x.example/ask')).toContain(
    '--target https://x.example/ask --judge',
  )
})

it('lets nothing out of its quotes', () => {
  const name = "it's; rm -rf / #"
  const { configuration } = manifest
  const text = describeReproduction({
    ...manifest,
    name,
    configuration: { ...configuration, gates: ["'$(x)'"] },
  })
  expect(text).toContain(String.raw`--fail-if ''\''$(x)'\'''`)
  expect(text).not.toContain('; rm')
})

it('of answers that were judged again judges them again', () => {
  const configuration = { ...manifest.configuration, answersOf: 'first' }
  expect(describeReproduction({ ...manifest, configuration })).toContain(
    "&& assay eval score assistant-1 --judge rules --k 5 --fail-if 'passing < 0.9'",
  )
})
