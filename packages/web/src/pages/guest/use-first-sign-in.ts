import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { fieldProblems, type FieldProblems } from '../../api/field-problems.ts'
import { signIn } from '../../api/identity.ts'
import type { NewPerson } from './new-person-form.tsx'

interface FirstSignIn {
  readonly run: (person: NewPerson) => void
  readonly error: Error | null
  readonly problemOf: FieldProblems
  readonly isRunning: boolean
}

/** Makes a person and signs them in, then goes home. */
export function useFirstSignIn(create: (person: NewPerson) => Promise<unknown>): FirstSignIn {
  const client = useQueryClient()
  const navigate = useNavigate()
  const enter = useMutation({
    mutationFn: async (person: NewPerson) => {
      await create(person)
      await signIn(person.email, person.password)
    },
    onSuccess: () => {
      client.clear()
      void navigate({ to: '/' })
    },
  })
  return {
    run: enter.mutate,
    error: enter.error,
    problemOf: fieldProblems(enter.error),
    isRunning: enter.isPending,
  }
}
