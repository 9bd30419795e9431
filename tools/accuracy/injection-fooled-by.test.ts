import { expect, it } from 'vitest'
import { jailbreakDetector } from '../../packages/core/src/detectors/injection/jailbreak-detector.ts'
import { promptInjectionDetector } from '../../packages/core/src/detectors/injection/prompt-injection-detector.ts'
import {
  describeWeakness,
  injectionWeaknesses,
  jailbreakWeaknesses,
  type Weakness,
} from './injection-fooled-by.data.ts'
import { scoreAll, threshold } from './measure-detector.ts'

const name = (weakness: Weakness) => [describeWeakness(weakness), weakness] as const

const inputOf = ({ example, place, source }: Weakness) => ({
  text: place === undefined ? example : place[1](example),
  ...(source === undefined ? {} : { source }),
})

it.each([
  ...injectionWeaknesses.map((each) => [...name(each), promptInjectionDetector] as const),
  ...jailbreakWeaknesses.map((each) => [...name(each), jailbreakDetector] as const),
])('holds of the detector as it is: %s', async (_, weakness, detector) => {
  const [score = 0] = await scoreAll(detector, [inputOf(weakness)])
  expect(score < threshold).toBe(weakness.isMissed)
})

it('takes none of the places for an attack by itself', async () => {
  const places = injectionWeaknesses.flatMap(({ place, source }) =>
    place === undefined ? [] : [{ text: place[1](''), ...(source === undefined ? {} : { source }) }],
  )
  const scores = await scoreAll(promptInjectionDetector, places)
  expect(scores.filter((score) => score >= threshold)).toEqual([])
})
