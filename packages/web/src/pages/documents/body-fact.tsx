import { checkUseSchema } from '@assay/contracts'
import {
  knowledgeBaseBodySchema,
  modelBodySchema,
  promptBodySchema,
  scheduleBodySchema,
} from '@assay/contracts/hub'
import { formatCount, formatCounted, formatMoney, formatPercent } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'
import type { Body, BodyField } from './body-field.ts'
import { DocumentName } from './document-name.tsx'
import { readPin } from './fields/read-pin.ts'
import { WhenText } from './schedules/when-text.tsx'
import { TestSetName } from './test-set-name.tsx'

interface BodyFactProps {
  readonly projectId: string
  readonly field: BodyField
  readonly value: unknown
  /** The whole, where one field is read by another. */
  readonly body: Body
}

/** What one field says, for reading. */
export function BodyFact(props: BodyFactProps): ReactElement {
  const { projectId, field, value, body } = props
  switch (field.as) {
    case 'document':
      return <DocumentName projectId={projectId} kind={field.kind} id={String(value)} />
    case 'documents':
    case 'lines':
    case 'test-sets':
      return <ListFact {...props} />
    case 'pin':
    case 'pins':
      return <PinFacts {...props} />
    case 'member':
      return <MemberName projectId={projectId} id={String(value)} />
    case 'when':
      return (
        <WhenText
          projectId={projectId}
          when={scheduleBodySchema.shape.when.parse(value)}
          isPaused={body['paused'] === true}
        />
      )
    case 'texts':
    case 'values':
      return <PairFacts value={value} />
    case 'json':
      return <pre>{JSON.stringify(value, null, 2)}</pre>
    default:
      return <OwnFact {...props} />
  }
}

function OwnFact({ field, value }: BodyFactProps): ReactElement {
  switch (field.as) {
    case 'messages':
      return <MessageFacts value={value} />
    case 'check':
      return <CheckFact value={value} />
    case 'price':
      return <PriceFact value={value} />
    case 'topics':
      return <TopicFacts value={value} />
    case 'percent':
      return <span>{t.documents.least(formatPercent(Number(value)))}</span>
    case 'number':
      return <span>{formatCount(Number(value))}</span>
    case 'yes':
      return <span>{t.documents.yes}</span>
    case 'choice':
      return <span>{field.options[String(value)] ?? String(value)}</span>
    default:
      return <PlainText text={String(value)} />
  }
}

function ListFact({ projectId, field, value, body }: BodyFactProps): ReactElement {
  const items = (Array.isArray(value) ? value : []).map(String)
  const tags = (body['cases'] as { tags?: readonly string[] } | undefined)?.tags ?? []
  const tag = tags.length === 1 ? tags[0] : undefined
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item}>
          {field.as === 'documents' && <DocumentName projectId={projectId} kind={field.kind} id={item} />}
          {field.as === 'test-sets' && (
            <TestSetName projectId={projectId} id={item} {...(tag !== undefined && { tag })} />
          )}
          {field.as === 'lines' && <PlainText text={item} />}
        </li>
      ))}
    </ul>
  )
}

function PinFacts({ projectId, field, value }: BodyFactProps): ReactElement {
  const pins = (Array.isArray(value) ? value : [value]).flatMap((one) => readPin(one) ?? [])
  return (
    <ul className="plain-list">
      {pins.map(({ id, version }) => (
        <li key={id}>
          {'kind' in field && (
            <DocumentName projectId={projectId} kind={field.kind} id={id} version={version} />
          )}
        </li>
      ))}
    </ul>
  )
}

function MemberName({ projectId, id }: { readonly projectId: string; readonly id: string }): ReactElement {
  const members = useHub('listMembers', { projectId })
  return <span>{members.data?.items.find(({ person }) => person.id === id)?.person.name ?? id}</span>
}

interface ValueProps {
  readonly value: unknown
}

function PairFacts({ value }: ValueProps): ReactElement {
  return (
    <ul className="plain-list">
      {Object.entries(value as Body).map(([name, of]) => (
        <li key={name}>
          <code>{name}</code>
          {': '}
          <PlainText text={String(of)} />
        </li>
      ))}
    </ul>
  )
}

function MessageFacts({ value }: ValueProps): ReactElement {
  const messages = promptBodySchema.shape.messages.safeParse(value).data ?? []
  return (
    <>
      {messages.map(({ role, content }, index) => (
        // Messages of a version neither move nor change.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="body-facts-message" key={index}>
          <div className="quiet">{t.documents.roles[role]}</div>
          <PlainText text={content} />
        </div>
      ))}
    </>
  )
}

function CheckFact({ value }: ValueProps): ReactElement {
  const use = checkUseSchema.safeParse(value).data
  if (use === undefined) return <pre>{JSON.stringify(value, null, 2)}</pre>
  const { check, ...settings } = use
  return (
    <>
      <code>{check}</code>
      {Object.keys(settings).length > 0 && <pre>{JSON.stringify(settings, null, 2)}</pre>}
    </>
  )
}

function PriceFact({ value }: ValueProps): ReactElement {
  const price = modelBodySchema.shape.price.safeParse(value).data
  if (price === undefined || price === null) return <span>{t.documents.notSaid}</span>
  const parts = [
    `${t.fields.priceInput} ${formatMoney(price.input)}`,
    ...(price.cachedInput === null ? [] : [`${t.fields.priceCached} ${formatMoney(price.cachedInput)}`]),
    `${t.fields.priceOutput} ${formatMoney(price.output)}`,
  ]
  return <span>{parts.join(', ')}</span>
}

function TopicFacts({ value }: ValueProps): ReactElement {
  const topics = knowledgeBaseBodySchema.shape.topics.safeParse(value).data ?? []
  return (
    <ul className="plain-list">
      {topics.map(({ id, name, chunks }) => (
        <li key={id}>
          <PlainText text={name} />{' '}
          <span className="quiet">{formatCounted(chunks, 'passage', 'passages')}</span>
        </li>
      ))}
    </ul>
  )
}
