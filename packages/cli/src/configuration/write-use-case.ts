import type { TestCase } from '@assay/contracts'
import { formatTestSet } from '@assay/core/testsets/format'
import { stringify } from 'yaml'
import type { UseCasePack } from './use-case-packs.data.ts'

/** The part of `assay.yaml` a pack adds: its checks, and who decides. */
export function writeChecks({ id, checks }: UseCasePack): string {
  return [
    '',
    `# Checks to start from (${id}). Their limits are starting values of ours: set them by your own cases.`,
    '# assay check explain ID tells what each measures and takes.',
    stringify({ checks }),
  ].join('\n')
}

/** A few cases that show the form; status draft, to be replaced by your own. */
export function writeExamples({ id, examples }: UseCasePack): string {
  return formatTestSet(
    examples.map(({ question, reference, checks }, index): TestCase => {
      const key = `${id}-example-${index + 1}`
      return {
        id: key,
        question,
        history: [],
        referenceAnswer: reference,
        referenceClaims: reference === '' ? [] : [{ text: reference, evidence: [] }],
        referenceContexts: [],
        type: 'simple',
        level: 'easy',
        topic: null,
        language: 'en',
        clusterKey: key,
        tags: [],
        ...(checks === undefined ? {} : { checks }),
        provenance: { generator: 'person' },
        validity: {},
        status: 'draft',
      }
    }),
  )
}
