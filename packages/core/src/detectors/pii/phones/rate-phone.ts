import { digitsOf } from '../checksums.ts'
import { rateIpv4 } from '../forms/net-forms.ts'
import { phoneFormats } from './phone-formats.data.ts'

/** How sure it is by its form that this is a telephone number, 0 to 1. E.164 allows 15 digits. */
export function ratePhone(text: string): number {
  const digits = digitsOf(text)
  if (digits.length < 7 || digits.length > 15) return 0
  if (isOtherNumber(text) || new Set(digits).size < 3) return 0
  const shape = toShape(text)
  if (/^\(?\+/.test(shape)) return isInternational(digits) ? 0.9 : 0
  if (/^\(?00 ?[1-9]/.test(shape)) return isInternational(digits.slice(2)) ? rateBare(shape, 0.7) : 0
  if (/^\(?011\)? [1-9]/.test(shape) && isInternational(digits.slice(3))) return 0.6
  const format = phoneFormats.find(
    ({ form, digits: [least, most] = [7, 15] }) =>
      digits.length >= least && digits.length <= most && form.test(shape),
  )
  return format?.score ?? 0
}

/** Whether it can be a telephone number where a word says that it is one. */
export function canBePhone(text: string): boolean {
  const { length } = digitsOf(text)
  const hasOddParts = /\d\.\d{1,2} |\d\.\d{1,2}$|(?<!\d)\d{1,2}\.\d{3}\./.test(text)
  return (
    !isOtherNumber(text) && !hasOddParts && length >= 7 && length <= 15 && new Set(digitsOf(text)).size > 1
  )
}

/** A date, a range of years, a number with a point in it or an address of the network. */
const isOtherNumber = (text: string): boolean =>
  /^(?:(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d\d)(?!\d)/.test(text) ||
  /^(?:(?:19|20)\d\d[-/](?:19|20)\d\d|\d+\.\d+|\d{6}-\d{7})$/.test(text) ||
  rateIpv4(text) !== false

/** Each separator as one space; none at a bracket's inside. */
const toShape = (text: string): string =>
  text
    .replaceAll(/[ .\-/]+/g, ' ')
    .replaceAll(/\( /g, '(')
    .replaceAll(/ \)/g, ')')

/** Digits in one row say less. */
const rateBare = (shape: string, score: number): number => (/[ (]/.test(shape) ? score : score - 0.2)

/** Country calling codes in use (ITU-T E.164, list of 2016 with later notices), with the length of numbers after them. */
const callingCode =
  /^(?:1[2-9]|7[03-9]|2(?:[07]|1[1-36-8]|[23]\d|4\d|5[0-8]|6\d|9[01789])|3(?:[0-4693]|5\d|7[0-8]|8[0-35-79])|4(?:[013-9]|2[013])|5(?:[1-8]|0\d|9\d)|6(?:[0-6]|7[02-9]|8[0-35-9]|9[0-2])|8(?:[1246]|0[08]|5[02356]|7[0-48]|8[0-8])|9(?:[0-58]|6[0-8]|7[0-79]|9[2-68]))/

const isInternational = (digits: string): boolean => digits.length >= 8 && callingCode.test(digits)
