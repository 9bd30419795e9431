import { expect, it } from 'vitest'
import { checkForms } from '../packages/web/src/pages/documents/checks/check-forms.data.ts'
import { toCheckForms } from './to-check-forms.ts'

it('the forms of the pages are those of the checks: run node tools/generate-check-forms.ts', () => {
  expect(checkForms).toEqual(toCheckForms())
})
