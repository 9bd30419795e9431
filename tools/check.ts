/** The fast half of the tests: format, lint, types, boundaries, unused code, pure tests. Runs them side by side. */
import { spawn } from 'node:child_process'

interface Step {
  readonly name: string
  readonly command: readonly string[]
}

interface StepResult {
  readonly step: Step
  readonly ok: boolean
  readonly output: string
  readonly seconds: number
}

const steps: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint and size budgets', command: ['oxlint'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: "types of the report's page", command: ['tsc', '-p', 'packages/cli/src/render/html/client'] },
  { name: "types of the hub's pages", command: ['tsc', '-p', 'packages/web'] },
  { name: 'boundaries and cycles', command: ['depcruise', 'packages', 'tools', '--output-type', 'err'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'pure tests', command: ['vitest', 'run', '--project', 'fast', '--reporter', 'dot'] },
]

function runStep(step: Step): Promise<StepResult> {
  const started = performance.now()
  return new Promise((resolve) => {
    const [command = '', ...args] = step.command
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    })
    let output = ''
    const collect = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const finish = (ok: boolean) =>
      resolve({ step, ok, output, seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      output += error.message
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

/** Two at a time: the machine has two cores, and each step has one busy thread. */
async function runAll(queue: Step[]): Promise<StepResult[]> {
  const results: StepResult[] = []
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const result = await runStep(step)
      results.push(result)
      console.log(`${result.ok ? 'ok    ' : 'FAILED'} ${step.name} (${result.seconds.toFixed(1)} s)`)
      if (!result.ok) console.log(result.output)
    }
  }
  await Promise.all([worker(), worker()])
  return results
}

const wanted = process.argv.includes('--without-tests')
  ? steps.filter((step) => step.name !== 'pure tests')
  : steps
const results = await runAll([...wanted])
const failed = results.filter((result) => !result.ok)
console.log(`check: ${results.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
