import { alone, near, type PiiRule } from '../pii-rule.ts'

const states =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]'

/** Postal codes. By themselves they name no one. */
export const addressRules: readonly PiiRule[] = [
  {
    label: 'postal-code',
    pattern: alone(
      '\\d{5}(?:-\\d{4})?|\\d{4}|\\d{6}|\\d{5}-\\d{3}|\\d{3}-\\d{4}|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3}|\\d{3} \\d{2}',
    ),
    score: 0,
    near: near(
      0.45,
      'zip|zip ?codes?|postcode|postal codes?|post code|plz|postleitzahl|code postal|c\\.?p\\.?|código postal|cep|cap|postnummer|pin ?code',
      { parts: '邮编|邮政编码|郵便番号|〒|우편번호' },
    ),
  },
  {
    label: 'postal-code',
    pattern: new RegExp(`(?<=(?<![\\w])(?:${states}),? )\\d{5}(?:-\\d{4})?(?![\\w-]|[.,]\\d)`, 'g'),
    score: 0.4,
  },
  // At the end of a line of an address: alone, after a comma or after a place.
  {
    label: 'postal-code',
    pattern:
      /(?<!\d)\d{5}(?=\s{0,4}(?:\n|$))(?<=(?:\n[^\p{L}\n]{0,6}|, ?|\n[^\p{L}\n]{0,6}\p{L}[\p{L} .'-]{1,20} )\d{5})/gu,
    score: 0.15,
  },
  {
    label: 'postal-code',
    pattern: alone('[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d'),
    score: 0.35,
    near: near(0.55, 'address|adresse|postal code|postcode|canada|lives?'),
  },
]
