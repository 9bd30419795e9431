import type { JudgeLabel } from '@assay/contracts'

/** A valid label of a judged answer; what a test is about is given. */
export function buildJudgeLabel(parts: Partial<JudgeLabel> = {}): JudgeLabel {
  const caseId = parts.caseId ?? 'case-1'
  return {
    schemaVersion: 1,
    runId: 'run-1',
    unit: `${caseId}#0`,
    caseId,
    type: 'simple',
    language: 'en',
    clusterKey: caseId,
    target: { name: 'assistant', version: 'v1' },
    judge: { id: 'rules', version: '1' },
    verdict: { outcome: 'pass', label: 'correct', score: 1 },
    outcome: 'correct',
    labeller: 'ann',
    at: '2026-01-02T03:04:05.000Z',
    guidelineVersion: '1',
    drawnBy: 'random',
    stratum: 'plain',
    inclusionProbability: 1,
    ...parts,
  }
}
