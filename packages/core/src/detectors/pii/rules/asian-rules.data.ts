import * as is from '../forms/asian-forms.ts'
import { passesLuhn } from '../checksums.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const indianStates =
  'A[NPRS]|B[HR]|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[AKP]|WB'

export const asianRules: readonly PiiRule[] = [
  {
    label: 'in-aadhaar',
    pattern: alone('[2-9]\\d{3}([ :-])\\d{4}\\1\\d{4}'),
    score: 0.8,
    near: near(0.95, 'aadh?aa?r|uidai|uid', { parts: 'आधार' }),
    accept: is.isAadhaar,
  },
  {
    label: 'in-aadhaar',
    pattern: alone('[2-9]\\d{11}'),
    score: 0.35,
    near: near(0.95, 'aadh?aa?r|uidai|uid', { parts: 'आधार' }),
    accept: is.isAadhaar,
  },
  {
    label: 'in-pan',
    pattern: alone('[A-Z]{3}[ABCFGHLJPTK][A-Z]\\d{4}[A-Z]'),
    score: 0.6,
    near: near(0.95, 'pan|permanent account'),
  },
  {
    label: 'in-pan',
    pattern: alone('[A-Z]{5}\\d{4}[A-Z]', 'gi'),
    score: 0.3,
    near: near(0.9, 'pan|permanent account'),
  },
  {
    label: 'in-gstin',
    pattern: alone('(?:0[1-9]|[12]\\d|3[0-7])[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[\\dA-Z]'),
    score: 0.6,
  },
  {
    label: 'in-voter',
    pattern: alone('[A-Z]{3}\\d{7}', 'gi'),
    score: 0.2,
    near: near(0.85, 'voter\\p{L}*|vote|epic|election'),
  },
  {
    label: 'in-license-plate',
    pattern: alone(`(?:${indianStates})[ -]?\\d{1,2}[ -]?[A-Z]{1,3}[ -]?\\d{4}`),
    score: 0.45,
    near: near(0.8, 'vehicle|car|bike|plate|registration|rc'),
  },
  {
    label: 'sg-identity',
    pattern: alone('[STFGM]\\d{7}[A-Z]', 'gi'),
    score: 0.9,
    accept: is.rateSingaporeIdentity,
  },
  {
    label: 'sg-uen',
    pattern: alone('\\d{8}[A-Z]|(?:19|20)\\d{7}[A-Z]|[TSR]\\d{2}[A-Z]{2}\\d{4}[A-Z]'),
    score: 0.2,
    near: near(0.45, 'uen'),
  },
  {
    label: 'kr-resident-number',
    pattern: alone('\\d{6}-[1-4]\\d{6}'),
    score: 0.8,
    near: near(0.95, 'rrn|korean', { parts: '주민' }),
    accept: is.startsWithYearMonthDay,
  },
  {
    label: 'kr-resident-number',
    pattern: alone('\\d{6}[1-4]\\d{6}'),
    score: 0.3,
    near: near(0.95, 'rrn|korean', { parts: '주민' }),
    accept: is.startsWithYearMonthDay,
  },
  {
    label: 'kr-foreigner-number',
    pattern: alone('\\d{6}-[5-8]\\d{6}'),
    score: 0.8,
    near: near(0.95, 'frn|korean', { parts: '외국인' }),
    accept: is.startsWithYearMonthDay,
  },
  {
    label: 'kr-foreigner-number',
    pattern: alone('\\d{6}[5-8]\\d{6}'),
    score: 0.3,
    near: near(0.95, 'frn|korean', { parts: '외국인' }),
    accept: is.startsWithYearMonthDay,
  },
  {
    label: 'kr-business-number',
    pattern: alone('\\d{3}-\\d{2}-\\d{5}|\\d{10}'),
    score: 0.25,
    near: near(0.45, 'brn|business', { parts: '사업자' }),
    accept: is.isKoreanBusiness,
  },
  {
    label: 'kr-driver-license',
    pattern: alone('(?:1[1-9]|2[0-68])([ -])\\d{2}\\1\\d{6}\\1\\d{2}'),
    score: 0.6,
    near: near(0.95, 'licen[cs]e|driv\\p{L}*', { parts: '운전면허|면허' }),
  },
  {
    label: 'kr-driver-license',
    pattern: alone('(?:1[1-9]|2[0-68])\\d{10}'),
    score: 0.1,
    near: near(0.9, 'licen[cs]e|driv\\p{L}*', { parts: '운전면허|면허' }),
  },
  {
    label: 'passport',
    pattern: /(?<![\w.+-])[MSRODG]\d{3}[A-Z]\d{4}(?![\w-])/gi,
    score: 0.3,
    near: near(0.9, 'passport\\p{L}*|korean', { parts: '여권' }),
  },
  {
    label: 'th-identity',
    pattern: alone('[1-8]-\\d{4}-\\d{5}-\\d{2}-\\d|[1-8]\\d{12}'),
    score: 0.3,
    near: near(0.95, 'thai|tnin|national id', { parts: 'ประจำตัว|บัตรประชาชน' }),
    accept: isThai,
  },
  {
    label: 'cn-resident-id',
    pattern: alone('[1-9]\\d{5}(?:18|19|20)\\d{9}[\\dX]', 'gi'),
    score: 0.95,
    accept: is.isChineseIdentity,
  },
  {
    label: 'tw-identity',
    pattern: alone('[A-Z][1289]\\d{8}'),
    score: 0.4,
    near: near(0.95, '', { parts: '身分證|身份證|taiwan' }),
    accept: is.isTaiwanIdentity,
  },
  {
    label: 'hk-identity',
    pattern: /(?<![\w.+-])[A-Z]{1,2}\d{6} ?\([\dA]\)(?!\w)/g,
    score: 0.85,
    accept: is.isHongKongIdentity,
  },
  {
    label: 'jp-individual-number',
    pattern: alone('\\d{12}|\\d{4}([ -])\\d{4}\\1\\d{4}'),
    score: 0.15,
    near: near(0.9, 'my number|individual number', { parts: 'マイナンバー|個人番号' }),
    accept: is.isMyNumber,
  },
  {
    label: 'my-identity',
    pattern: alone('\\d{6}-\\d{2}-\\d{4}'),
    score: 0.6,
    near: near(0.95, 'nric|mykad|ic'),
    accept: is.startsWithYearMonthDay,
  },
  { label: 'id-identity', pattern: alone('[1-9]\\d{15}'), score: 0, near: near(0.9, 'nik|ktp') },
  {
    label: 'ph-tin',
    pattern: alone('\\d{3}-\\d{3}-\\d{3}(?:-\\d{3,5})?|\\d{9}(?:\\d{3})?'),
    score: 0.2,
    near: near(0.85, 'tin|bir|tax(?: id)?'),
    accept: is.isPhilippineTax,
  },
  { label: 'pk-cnic', pattern: alone('[1-7]\\d{4}-\\d{7}-\\d'), score: 0.75, near: near(0.95, 'cnic|nic') },
  { label: 'ae-identity', pattern: alone('784-?(?:19|20)\\d{2}-?\\d{7}-?\\d'), score: 0.8 },
  {
    label: 'il-identity',
    pattern: alone('\\d{9}'),
    score: 0,
    near: near(0.9, 'teudat|israeli id|ת\\.?ז'),
    accept: passesLuhn,
  },
]

/** A first digit of 1 to 8 and, of the first kinds, a province. */
function isThai(text: string): boolean {
  return !/^\d-?(?:0|28|29|59|68|69|78|79|87|88|89|9[789])/.test(text) && is.isThaiIdentity(text)
}
