import { evaluationConfigurationSchema, type RunManifest } from '@assay/contracts'
import { runFolderPath } from '@assay/storage/files'

/** As it was named when it ran, which may be more than its name: `module:./assistant.ts`. */
const typedTarget = (command: string | undefined): string | null => {
  const [, quotedWord, word] = / --target[ =](?:'([^']*)'|(\S+))/.exec(command ?? '') ?? []
  return quotedWord ?? word ?? null
}

/**
 * The commands that do the same again, ready to paste into a POSIX shell: the run's own cases, target, judge and seed.
 * Answers that were stored are judged again, others asked again, of the target of that name in the reader's `assay.yaml`.
 */
export function describeReproduction(manifest: RunManifest): string {
  const configuration = evaluationConfigurationSchema.parse(manifest.configuration)
  const { target, judge, repeats, retrievalDepth, knowledgeBase, answersOf, gates } = configuration
  const judgeName = judge.kind === 'none' ? 'none' : judge.id
  const shared = ['--judge', judgeName, '--k', String(retrievalDepth)]
  const gated = gates.flatMap((gate) => ['--fail-if', gate])
  const again =
    answersOf === undefined
      ? [
          'assay eval run',
          '--testset',
          `${runFolderPath('.assay/runs', manifest.name)}/cases.jsonl`,
          '--target',
          typedTarget(manifest.command) ?? target.name,
          ...shared,
          '--repeat',
          String(repeats),
          '--seed',
          String(manifest.seed),
          ...(knowledgeBase === null ? [] : ['--kb', knowledgeBase.name]),
          ...gated,
        ]
      : ['assay eval score', manifest.name, ...shared, ...gated]
  const [command = '', ...words] = again
  return `assay hub pull run ${manifest.id} && ${[command, ...words.map(quoted)].join(' ')}`
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
