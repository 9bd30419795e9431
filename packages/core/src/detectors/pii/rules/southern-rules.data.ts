import * as is from '../forms/asian-forms.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearTfn = near(0.95, 'tfn|tax file')
const nearMedicare = near(0.95, 'medicare')

/** Australia, New Zealand and Africa. */
export const southernRules: readonly PiiRule[] = [
  {
    label: 'au-tax-file-number',
    pattern: alone('\\d{3}([ -]?)\\d{3}\\1\\d{3}'),
    score: 0.2,
    near: nearTfn,
    accept: is.isTaxFileNumber,
  },
  {
    label: 'au-business-number',
    pattern: alone('\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}'),
    score: 0.3,
    near: near(0.45, 'abn|business number'),
    accept: is.isBusinessNumber,
  },
  {
    label: 'au-company-number',
    pattern: alone('\\d{3} ?\\d{3} ?\\d{3}'),
    score: 0.15,
    near: near(0.45, 'acn|company number'),
    accept: is.isCompanyNumber,
  },
  {
    label: 'au-medicare',
    pattern: alone('[2-6]\\d{3} ?\\d{5} ?\\d'),
    score: 0.3,
    near: nearMedicare,
    accept: is.isMedicareNumber,
  },
  { label: 'nz-ird', pattern: alone('\\d{2,3}-?\\d{3}-?\\d{3}'), score: 0, near: near(0.85, 'ird') },
  {
    label: 'za-identity',
    pattern: alone('\\d{10}[012][89]\\d'),
    score: 0.55,
    near: near(0.95, 'south african?|rsa|sa id|id(?: number)?|resident\\p{L}*|refugee'),
    accept: is.isSouthAfricanIdentity,
  },
  {
    label: 'ng-nin',
    pattern: alone('\\d{11}'),
    score: 0,
    near: near(0.95, 'nin|national identification|nimc'),
    accept: is.isVerhoeffNumber,
  },
  {
    label: 'ng-license-plate',
    pattern: alone('[A-Z]{3}[ -]?\\d{3}[ -]?[A-Z]{2}'),
    score: 0.3,
    near: near(0.8, 'plates?|vehicle|registration'),
  },
]
