import { readdirSync, readFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Above the longest time a test may take, so that what can end by itself does. */
const limitMs = 420_000
const checkEveryMs = 15_000

interface Child {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/**
 * A test that waits synchronously for a process, and a file that never finishes loading, have no time limit of their own: the
 * run would stand still without a word. This reporter says which file stands and what it has started, and ends those processes,
 * so that the file fails and the run goes on.
 */
// oxlint-disable-next-line import/no-default-export -- vitest takes a reporter by its default export
export default class StallReporter implements Reporter {
  private readonly running = new Set<string>()
  private heard = performance.now()
  private timer: NodeJS.Timeout | undefined

  onTestRunStart(): void {
    this.heard = performance.now()
    this.timer = setInterval(() => this.check(), checkEveryMs)
    this.timer.unref()
  }

  onTestModuleQueued(module: TestModule): void {
    this.hear()
    this.running.add(module.moduleId)
  }

  onTestCaseResult(_test: TestCase): void {
    this.hear()
  }

  onTestModuleEnd(module: TestModule): void {
    this.hear()
    this.running.delete(module.moduleId)
  }

  onTestRunEnd(): void {
    clearInterval(this.timer)
  }

  private hear(): void {
    this.heard = performance.now()
  }

  private check(): void {
    if (performance.now() - this.heard < limitMs) return
    const children = listDescendants(process.pid)
    console.error(
      [
        `nothing was heard for ${limitMs / 60_000} minutes from ${[...this.running].join(', ')}`,
        ...children.map(({ pid, parent, command }) => `  ${pid} of ${parent}: ${command}`),
      ].join('\n'),
    )
    // What the tests started goes first: a test that waits for it then fails by itself, and the file with it.
    const started = children.filter(({ parent }) => parent !== process.pid)
    for (const { pid } of (started.length > 0 ? started : children).toReversed()) end(pid)
    this.hear()
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

/** All processes below one, parents first. Empty where there is no /proc. */
function listDescendants(root: number): readonly Child[] {
  const all = listProcesses()
  const childrenOf = (parent: number): readonly Child[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...childrenOf(each.pid)])
  return childrenOf(root)
}

function listProcesses(): readonly Child[] {
  const ids = readFolder('/proc').filter((name) => /^\d+$/.test(name))
  return ids.flatMap((id) => {
    const stat = readText(`/proc/${id}/stat`)
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    const command = readText(`/proc/${id}/cmdline`).replaceAll('\0', ' ').trim()
    return stat === '' || command === 'vitest-watchdog' ? [] : [{ pid: Number(id), parent, command }]
  })
}

function readFolder(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
