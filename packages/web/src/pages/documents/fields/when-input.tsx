import { scheduleBodySchema, type DocumentBody } from '@assay/contracts/hub'
import { Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../../texts/texts.ts'
import { NextRun } from '../schedules/next-run.tsx'
import { readPlainTimes, toCron, type PlainTimes } from '../schedules/describe-cron.ts'
import type { BodyInputProps } from './body-input-props.ts'
import { DocumentInput } from './document-input.tsx'

type When = DocumentBody<'schedule'>['when']

const nightly: When = {
  kind: 'cron',
  cron: '0 2 * * *',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
}

const beginnings = {
  cron: nightly,
  'new-version': { kind: 'new-version' },
  'knowledge-base-change': { kind: 'knowledge-base-change', knowledgeBaseId: '' },
} satisfies Readonly<Record<When['kind'], unknown>>

const readKind = (value: string): When['kind'] => (value in beginnings ? (value as When['kind']) : 'cron')

/** When a schedule runs: at times people name, at those of cron, or when something changes. */
export function WhenInput(props: BodyInputProps): ReactElement {
  const { projectId, value, onChange } = props
  const { kind } = (value ?? nightly) as When
  const cron = scheduleBodySchema.shape.when.safeParse(value).data
  return (
    <>
      <NativeSelect
        label={t.documents.when.title}
        value={kind}
        onChange={(event) => onChange(beginnings[readKind(event.currentTarget.value)])}
        data={(['cron', 'new-version', 'knowledge-base-change'] as const).map((one) => ({
          value: one,
          label: t.documents.when[one],
        }))}
      />
      {cron?.kind === 'cron' && <CronFields when={cron} onChange={onChange} problem={props.problem} />}
      {kind === 'knowledge-base-change' && (
        <DocumentInput
          projectId={projectId}
          field={{
            as: 'document',
            kind: 'knowledge-base',
            label: t.fields.knowledgeBase,
            isRequired: true,
          }}
          value={(value as { knowledgeBaseId?: unknown }).knowledgeBaseId}
          onChange={(knowledgeBaseId) => onChange({ kind, knowledgeBaseId })}
          problem={props.problem}
        />
      )}
    </>
  )
}

interface CronFieldsProps {
  readonly when: Extract<When, { kind: 'cron' }>
  readonly onChange: (when: When) => void
  readonly problem: string | undefined
}

const often = ['daily', 'weekdays', 'weekly', 'monthly'] as const
const zones = Intl.supportedValuesOf('timeZone')

function CronFields({ when, onChange, problem }: CronFieldsProps): ReactElement {
  const plain = readPlainTimes(when.cron)
  const set = (cron: string) => onChange({ ...when, cron })
  return (
    <>
      <div className="document-form-row">
        <NativeSelect
          label={t.documents.when.every}
          value={plain?.every ?? 'own'}
          onChange={(event) => {
            const every = often.find((one) => one === event.currentTarget.value)
            const { time, weekday } = plain ?? { time: '02:00', weekday: 1 }
            // Any time that has no plain name shows the field of cron.
            set(every === undefined ? '0 */6 * * *' : toCron({ every, time, weekday }))
          }}
          data={[
            ...often.map((one) => ({ value: one, label: t.documents.when[one] })),
            { value: 'own', label: t.documents.when.own },
          ]}
        />
        {plain === null ? (
          <TextInput
            label={t.documents.when.cronField}
            description={t.documents.when.cronHint}
            required
            value={when.cron}
            error={problem}
            onChange={(event) => set(event.currentTarget.value)}
          />
        ) : (
          <PlainFields plain={plain} onChange={(next) => set(toCron(next))} />
        )}
        <Autocomplete
          label={t.documents.when.timeZone}
          required
          limit={50}
          value={when.timeZone}
          onChange={(timeZone) => onChange({ ...when, timeZone })}
          data={['UTC', ...zones.filter((zone) => zone !== 'UTC')]}
        />
      </div>
      <p className="quiet">
        <NextRun key={`${when.cron} ${when.timeZone}`} cron={when.cron} timeZone={when.timeZone} />
      </p>
    </>
  )
}

interface PlainFieldsProps {
  readonly plain: PlainTimes
  readonly onChange: (plain: PlainTimes) => void
}

function PlainFields({ plain, onChange }: PlainFieldsProps): ReactElement {
  return (
    <>
      {plain.every === 'weekly' && (
        <NativeSelect
          label={t.documents.when.on}
          value={String(plain.weekday)}
          onChange={(event) => onChange({ ...plain, weekday: Number(event.currentTarget.value) })}
          data={t.documents.when.days.map((label, day) => ({ value: String(day), label }))}
        />
      )}
      <TextInput
        type="time"
        label={t.documents.when.at}
        required
        value={plain.time}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onChange({ ...plain, time: event.currentTarget.value })
        }}
      />
    </>
  )
}
