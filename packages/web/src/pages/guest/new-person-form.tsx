import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import * as t from '../../texts/texts.ts'

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly password: string
}

interface NewPersonFormProps {
  /** Given by an invitation; absent: asked for. */
  readonly email?: string
  readonly submit: string
  readonly action: {
    readonly error: Error | null
    readonly problemOf: FieldProblems
    readonly isRunning: boolean
  }
  readonly onSubmit: (person: NewPerson) => void
}

const pointers = ['/name', '/email', '/password']

/** Name, address and password of somebody new. */
export function NewPersonForm({ email, submit, action, onSubmit }: NewPersonFormProps): ReactElement {
  const [person, setPerson] = useState<NewPerson>({ name: '', email: email ?? '', password: '' })
  const change = (part: Partial<NewPerson>) => setPerson({ ...person, ...part })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(person)
      }}
    >
      <TextInput
        label={t.signIn.setup.name}
        autoComplete="name"
        required
        value={person.name}
        error={action.problemOf('/name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t.signIn.email}
        type="email"
        autoComplete="username"
        required
        readOnly={email !== undefined}
        value={person.email}
        error={action.problemOf('/email')}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <PasswordInput
        label={t.signIn.password}
        description={t.signIn.setup.passwordHint}
        autoComplete="new-password"
        required
        value={person.password}
        error={action.problemOf('/password')}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
      <ChangeProblem change={action} fields={pointers} />
      <Button type="submit" loading={action.isRunning}>
        {submit}
      </Button>
    </form>
  )
}
