import type { Evaluation } from '@assay/contracts/hub'
import { formatRate } from '@assay/core/wording'
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useHub } from '../../api/use-hub.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { ChoiceList } from '../../components/choice-list.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useMentionable } from '../../components/use-mentionable.ts'
import { formatDate } from '../../figures/format-time.ts'
import * as t from '../../texts/texts.ts'

interface DrawQueueProps {
  readonly projectId: string
  /** From the address. */
  readonly evaluationId: string | undefined
  readonly onClose: () => void
}

const pointers = [
  '/name',
  '/evaluationId',
  '/rows',
  '/randomShare',
  '/labelsPerRow',
  '/labellerIds',
  '/againstEvaluationId',
]

interface Typed {
  readonly name: string
  readonly evaluationId: string
  readonly rows: number
  /** Per cent. */
  readonly random: number
  readonly labelsPerRow: number
  readonly blind: boolean
  readonly labellerIds: string[]
  readonly against: string
}

/** Draws answers of an evaluation for people to label, and opens the queue. */
export function DrawQueue({ projectId, evaluationId, onClose }: DrawQueueProps): ReactElement {
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(() => ({
    name: '',
    evaluationId: evaluationId ?? '',
    rows: 100,
    random: 50,
    labelsPerRow: 1,
    blind: true,
    labellerIds: [],
    against: '',
  }))
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }))
  const draw = useHubAction('createQueue', {
    refreshes: ['listQueues', 'listStandings'],
    onDone: ({ id: queueId }) =>
      void navigate({ to: '/projects/$projectId/annotation/$queueId', params: { projectId, queueId } }),
  })
  const { against, random, ...rest } = typed
  const body = {
    ...rest,
    randomShare: random / 100,
    ...(against === '' ? {} : { againstEvaluationId: against }),
  }
  const words = t.annotation.draw
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={words.title}
      submit={words.submit}
      isRunning={draw.isRunning}
      onSubmit={() => draw.run({ projectId, body })}
    >
      <TextInput
        label={words.name}
        required
        maxLength={120}
        data-autofocus
        value={typed.name}
        error={draw.problemOf('/name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <EvaluationFields projectId={projectId} typed={typed} set={set} problemOf={draw.problemOf} />
      <NumberFields typed={typed} set={set} problemOf={draw.problemOf} />
      <PeopleFields projectId={projectId} typed={typed} set={set} problemOf={draw.problemOf} />
      <ChangeProblem change={draw} fields={pointers} />
    </FormDialog>
  )
}

interface PartProps {
  readonly typed: Typed
  readonly set: (change: Partial<Typed>) => void
  readonly problemOf: (pointer: string) => string | undefined
}

/** Who labels, and whether they see the judge's word first. */
function PeopleFields({
  projectId,
  typed,
  set,
  problemOf,
}: PartProps & { readonly projectId: string }): ReactElement {
  const people = useMentionable(projectId)
  const words = t.annotation.draw
  return (
    <>
      <Checkbox
        label={words.blind}
        checked={typed.blind}
        onChange={(event) => set({ blind: event.currentTarget.checked })}
      />
      <ChoiceList
        label={words.labellers}
        hint={words.labellersHint}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={typed.labellerIds}
        onChange={(labellerIds) => set({ labellerIds })}
        none={words.noPeople}
        find={words.find}
        problem={problemOf('/labellerIds')}
      />
    </>
  )
}

/** Of the answers, and of another judge of the same. */
function EvaluationFields({
  projectId,
  typed,
  set,
  problemOf,
}: PartProps & { readonly projectId: string }): ReactElement {
  const read = useHub('listEvaluations', { projectId, query: { status: 'finished', limit: 200 } })
  const words = t.annotation.draw
  const options = (read.data?.items ?? []).map((evaluation) => ({
    value: evaluation.id,
    label: describe(evaluation),
  }))
  return (
    <>
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data?.items.length === 0 && <div className="unsure">{words.noEvaluation}</div>}
      <NativeSelect
        label={words.evaluation}
        required
        value={typed.evaluationId}
        error={problemOf('/evaluationId')}
        data={[{ value: '', label: words.choose }, ...options]}
        onChange={(event) => set({ evaluationId: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.against}
        description={words.againstHint}
        value={typed.against}
        error={problemOf('/againstEvaluationId')}
        data={[
          { value: '', label: words.againstNone },
          ...options.filter(({ value }) => value !== typed.evaluationId),
        ]}
        onChange={(event) => set({ against: event.currentTarget.value })}
      />
    </>
  )
}

const describe = ({ name, target, passing, createdAt, judge }: Evaluation): string =>
  [
    name,
    [target.name, ...(target.version === null ? [] : [t.evaluations.version(target.version)])].join(' '),
    judge.id,
    ...(passing === null ? [] : [formatRate(passing)]),
    formatDate(createdAt),
  ].join(' · ')

function NumberFields({ typed, set, problemOf }: PartProps): ReactElement {
  const words = t.annotation.draw
  return (
    <>
      <NumberInput
        label={words.rows}
        description={words.rowsHint}
        required
        allowDecimal={false}
        min={1}
        max={5_000}
        value={typed.rows}
        error={problemOf('/rows')}
        onChange={(value) => set({ rows: Number(value) })}
      />
      <NumberInput
        label={words.random}
        description={words.randomHint}
        required
        min={30}
        max={100}
        clampBehavior="blur"
        value={typed.random}
        error={problemOf('/randomShare')}
        onChange={(value) => set({ random: Number(value) })}
      />
      <NumberInput
        label={words.perRow}
        description={words.perRowHint}
        required
        allowDecimal={false}
        min={1}
        max={5}
        value={typed.labelsPerRow}
        error={problemOf('/labelsPerRow')}
        onChange={(value) => set({ labelsPerRow: Number(value) })}
      />
    </>
  )
}
