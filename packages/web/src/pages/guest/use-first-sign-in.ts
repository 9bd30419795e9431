import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { fieldProblems, type FieldProblems } from '../../api/field-problems.ts'
import { signIn } from '../../api/identity.ts'
import type { NewPerson } from './new-person-form.tsx'
import { toInnerPath } from './to-inner-path.ts'

interface FirstSignIn {
  readonly run: (person: NewPerson) => void
  readonly error: Error | null
  readonly problemOf: FieldProblems
  readonly isRunning: boolean
}

/** Makes a person and signs them in, then goes to the page of this hub that `next` names, else home. */
export function useFirstSignIn(create: (person: NewPerson) => Promise<unknown>, next?: string): FirstSignIn {
  const client = useQueryClient()
  const router = useRouter()
  const enter = useMutation({
    mutationFn: async (person: NewPerson) => {
      await create(person)
      await signIn(person.email, person.password)
    },
    onSuccess: () => {
      client.clear()
      router.history.push(toInnerPath(next))
    },
  })
  return {
    run: enter.mutate,
    error: enter.error,
    problemOf: fieldProblems(enter.error),
    isRunning: enter.isPending,
  }
}
