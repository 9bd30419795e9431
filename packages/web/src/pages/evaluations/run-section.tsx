import type { Evaluation, EvaluationDetail } from '@assay/contracts/hub'
import { describeRequirement, formatDuration } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { CopyText } from '../../components/copy-text.tsx'
import { PlainTable } from '../../components/folded-table.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import { formatMoment } from '../../figures/format-time.ts'
import * as t from '../../texts/texts.ts'

/** What was run with which versions, each a link, and the command that does it again. */
export function RunSection({ detail }: { readonly detail: EvaluationDetail }): ReactElement {
  const words = t.evaluations.run
  return (
    <section className="evaluation-section" id="run" aria-labelledby="run-title">
      <Title order={2} id="run-title">
        {words.title}
      </Title>
      <div className="panel">
        <PlainTable caption={words.caption} columns={words.columns} rows={toRows(detail)} isStacking />
        {detail.reproduce !== '' && (
          <>
            <p className="evaluation-reading">{words.again}</p>
            <CopyText text={detail.reproduce} label={words.commandLabel} />
          </>
        )}
      </div>
    </section>
  )
}

function toRows({ evaluation, summary }: EvaluationDetail): readonly (readonly ReactNode[])[] {
  const words = t.evaluations.run
  const { judge, checks, repeats, projectId, scheduleId, createdBy, origin } = evaluation
  const models = summary?.target.returnedModels ?? []
  const base = summary?.knowledgeBase ?? null
  return [
    [words.name, `${evaluation.name} (${evaluation.id})`],
    [words.by, `${createdBy.name}, ${t.evaluations.origin[origin]}`],
    ...(scheduleId === null
      ? []
      : [
          [
            words.schedule,
            <ThingLink key="schedule" kind="schedule" projectId={projectId} id={scheduleId}>
              {words.bySchedule}
            </ThingLink>,
          ],
        ]),
    ...toTimes(evaluation),
    [words.target, <TargetLink key="target" evaluation={evaluation} />],
    ...(summary === null ? [] : [[words.models, models.length === 0 ? words.noModels : models.join(', ')]]),
    [words.testSet, <TestSetLinks key="set" evaluation={evaluation} />],
    ...(summary === null
      ? []
      : [[words.knowledgeBase, base === null ? words.none : `${base.name}, ${base.version}`]]),
    [words.judge, judge.version === null ? judge.id : words.judgeVersion(judge.id, judge.version)],
    [words.checks, checks.length === 0 ? words.none : checks.join(', ')],
    [words.repeats, String(repeats)],
    ...(summary === null || summary.gates.length === 0
      ? []
      : [[words.gates, summary.gates.map(({ expression }) => describeRequirement(expression)).join(', ')]]),
  ]
}

/** What was uploaded afterwards ended at a time the hub does not know. */
function toTimes({ startedAt, finishedAt, origin }: Evaluation): readonly (readonly string[])[] {
  const words = t.evaluations.run
  if (startedAt === null) return []
  const started = [words.started, formatMoment(startedAt)]
  return finishedAt === null || origin === 'upload'
    ? [started]
    : [started, [words.took, formatDuration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)))]]
}

function TargetLink({
  evaluation: { target, projectId },
}: {
  readonly evaluation: Evaluation
}): ReactElement {
  const { name, version, pin } = target
  const words = version === null ? name : `${name}, ${t.evaluations.version(version)}`
  if (pin === null) return <span>{words}</span>
  return (
    <ThingLink kind="target" projectId={projectId} id={pin.id}>
      {words}
    </ThingLink>
  )
}

function TestSetLinks({
  evaluation: { testSet, projectId },
}: {
  readonly evaluation: Evaluation
}): ReactElement {
  const rest = [t.evaluations.one.cases(testSet.cases), ...(testSet.hash === null ? [] : [testSet.hash])]
  return (
    <>
      {testSet.pins.length === 0
        ? testSet.name
        : testSet.pins.map(({ id, name, version }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <ThingLink kind="test-set" projectId={projectId} id={id}>
                {`${name}, ${t.evaluations.version(String(version))}`}
              </ThingLink>
            </span>
          ))}
      <div className="quiet">{rest.join(', ')}</div>
    </>
  )
}
