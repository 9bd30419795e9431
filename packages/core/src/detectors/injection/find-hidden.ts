import { decodeHidden } from '../normalise/decode-hidden.ts'
import { normaliseText } from '../normalise/normalise-text.ts'
import type { Evidence } from './evidence.ts'
import type { InjectionModels } from './injection-models.ts'
import { isWordy } from './is-wordy.ts'

/** Log odds from which hidden words count as an attack; less than open ones need, for they hide. */
const directThreshold = 0
/** Of an order to a model that is hidden from readers. */
const orderThreshold = 1.5
/** Ways to write that are in daily use: what they hold is judged as an attack, not as an order. */
const ordinary = /^(?:percent|html-entities|escapes|html-comment|markdown-comment)$/

/** What the text hides, where that is an attack. */
export const findHidden = (text: string, { direct, order }: InjectionModels): readonly Evidence[] =>
  decodeHidden(text)
    .filter(({ text }) => isWordy(text))
    .map((hidden) => {
      const { text: plain } = normaliseText(hidden.text)
      const attack = direct.logit(plain) - directThreshold
      return {
        logit: ordinary.test(hidden.encoding)
          ? attack
          : Math.max(attack, order.logit(plain) - orderThreshold),
        label: `hidden: ${hidden.encoding}`,
        start: hidden.start,
        end: hidden.end,
      }
    })
