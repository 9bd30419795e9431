export interface PhoneFormat {
  /** Of the number with each separator as one space. */
  readonly form: RegExp
  /** How sure, without a word beside it. */
  readonly score: number
  /** Digits in all. */
  readonly digits?: readonly [least: number, most: number]
}

/** How telephone numbers are written at home, the surer form first. After ITU-T E.123 and the national numbering plans. */
export const phoneFormats: readonly PhoneFormat[] = [
  // North America: neither area nor exchange begins with 0 or 1, or is N11.
  { form: /^(?:\+?1 ?)?\([2-9](?!11)\d\d\) ?[2-9](?!11)\d\d ?\d{4}$/, score: 0.85 },
  { form: /^(?:\+?1 )?[2-9](?!11)\d\d [2-9](?!11)\d\d \d{4}$/, score: 0.75 },
  { form: /^(?:1 ?)?(?:\(\d{3}\) ?|\d{3} |\d{3}\))\d{3} \d{4}$/, score: 0.45 },
  // Area code in brackets.
  { form: /^\((?!19|20\d\d)0?\d{1,4}\)(?: ?\d{2,9}){1,4}$/, score: 0.6, digits: [8, 12] },
  // Trunk prefix 0: Europe, Asia, Africa, Oceania.
  { form: /^0\d{2} \d{3} \d{3}$/, score: 0.4 },
  { form: /^0\d{2,4} \d{3,4} \d{3,4}$/, score: 0.65, digits: [10, 11] },
  { form: /^0\d\d \d\d \d{4}$/, score: 0 },
  { form: /^0[1-9]\d{0,4}(?: \d{2,4}){2,5}$/, score: 0.65, digits: [9, 11] },
  { form: /^0[1-9]\d{0,4} \d{5,8}$/, score: 0.5, digits: [9, 12] },
  { form: /^0 \(?[1-9]\d{1,3}\)?(?: ?\d{2,7}){1,4}$/, score: 0.6, digits: [10, 11] },
  { form: /^0[5-9]\d{8,9}$/, score: 0.5 },
  { form: /^0[1-9]\d{8,9}$/, score: 0.35 },
  { form: /^0800(?: \d{2,4}){2,3}$/, score: 0.6 },
  // Without a prefix: China, India, Brazil, Spain, Italy, Turkey, Australia, Poland and the Czechs, Denmark and Norway.
  { form: /^1[3-9]\d (?:\d{4} \d{4}|\d{8})$/, score: 0.6 },
  { form: /^1[3-9]\d{9}$/, score: 0.45 },
  { form: /^[6-9]\d{4} \d{5}$/, score: 0.55 },
  { form: /^\d\d 9\d{4} \d{4}$/, score: 0.6 },
  { form: /^[679]\d\d \d\d \d\d \d\d$/, score: 0.55 },
  { form: /^3\d\d (?:\d{3} \d{4}|\d{7})$/, score: 0.5 },
  { form: /^5\d\d \d{3} \d\d \d\d$/, score: 0.6 },
  { form: /^1[38]00 \d{3} \d{3}$/, score: 0.6 },
  { form: /^\d{2,3} \d{2,3} \d{3,4} \d{4}$/, score: 0.35, digits: [11, 13] },
  { form: /^[2-9]\d{9}$/, score: 0.3 },
]
