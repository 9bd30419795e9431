import type * as z from 'zod'
import type { TestCase } from '@assay/contracts'
import type { newCaseSchema } from '@assay/contracts/hub'
import { detectLanguage } from '@assay/core/languages'
import { createImportedCase } from '@assay/core/testsets'

export type NewCase = z.output<typeof newCaseSchema>

export interface FillTools {
  readonly createId: () => string
  /** Whoever may only review proposes: a draft that nobody has reviewed. */
  readonly mayEdit: boolean
}

/** A whole case of what somebody gives of one; the rest is filled in as for an imported case. */
export function fillCase(given: NewCase, { createId, mayEdit }: FillTools): TestCase {
  const { provenance = { generator: 'person' }, id = createId(), ...fields } = given
  // The id is given, so that nothing is hashed.
  const tools = { hash: () => '', detectLanguage }
  const filled: TestCase = {
    ...createImportedCase({ ...withoutAbsent(fields), id, format: 'person' }, tools),
    provenance,
  }
  if (mayEdit) return filled
  const { review: _, ...proposed } = filled
  return { ...proposed, status: 'draft' }
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** A key without a value would hide the default. */
const withoutAbsent = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
