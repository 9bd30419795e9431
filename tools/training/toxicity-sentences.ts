import { createRandom, type Random } from '../../packages/core/src/statistics/random.ts'
import {
  assertingFrames,
  attacks,
  endings,
  fillings,
  harmless,
  harmlessSequels,
  hatefulSequels,
  individualAttacks,
  modifiers,
  otherTargets,
  plain,
  predicates,
  reclaimed,
  rejectingFrames,
  slurAttacks,
  slurRejections,
  slurs,
  trainingGroups,
} from './toxicity-templates.data.ts'
import type { TrainingRow } from './train-linear-model.ts'

/** Sentences made of an attack or something harmless, a target and a frame; the same every time. */
export function makeToxicitySentences(): readonly TrainingRow[] {
  const random = createRandom('toxicity')
  return [...makeFramedAttacks(random), ...makeHarmless(random), ...makeSequels(random), ...makeSlurs(random)]
}

function makeFramedAttacks(random: Random): readonly TrainingRow[] {
  const make = (attack: string, target?: Target) =>
    fill(attack, target ?? pick(trainingGroups, random), random)
  const framed = (frames: readonly string[], sentence: string) => putInto(pick(frames, random), sentence)
  return [
    ...attacks.flatMap((attack) => [
      ...rows(1, 4, () => make(attack)),
      ...rows(1, 8, () => framed(assertingFrames, make(attack))),
      ...rows(0, 8, () => framed(rejectingFrames, make(attack))),
      ...rows(0, 3, () => framed(assertingFrames, make(attack, pickOther('trade', random)))),
      ...rows(0, 3, () => framed(assertingFrames, make(attack, pickOther('thing', random)))),
    ]),
    ...assertingFrames.flatMap((frame) => rows(1, 12, () => putInto(frame, make(pick(attacks, random))))),
    ...rejectingFrames.flatMap((frame) => rows(0, 12, () => putInto(frame, make(pick(attacks, random))))),
    ...individualAttacks.flatMap((attack) => [
      ...rows(0, 8, () => framed(assertingFrames, make(attack))),
      ...rows(0, 4, () => framed(rejectingFrames, make(attack))),
    ]),
  ]
}

function makeHarmless(random: Random): readonly TrainingRow[] {
  const make = (sentence: string, target?: Target) =>
    fill(sentence, target ?? pick(trainingGroups, random), random)
  const framed = (sentence: string) => putInto(pick(assertingFrames, random), sentence)
  return [
    ...harmless.flatMap((sentence) => [
      ...rows(0, 6, () => make(sentence)),
      ...rows(0, 3, () => framed(make(sentence))),
      ...rows(0, 1, () => make(sentence, pickOther('trade', random))),
    ]),
    ...predicates.flatMap((start) => rows(0, 12, () => make(`${start} ${pick(endings, random)}.`))),
    ...plain.flatMap((sentence) => rows(0, 8, () => framed(make(sentence)))),
  ]
}

function makeSequels(random: Random): readonly TrainingRow[] {
  const make = (end: string) => fill(pick(predicates, random) + end, pick(trainingGroups, random), random)
  return [
    ...hatefulSequels.flatMap((end) => rows(1, 12, () => make(end))),
    ...harmlessSequels.flatMap((end) => rows(0, 16, () => make(end))),
  ]
}

function makeSlurs(random: Random): readonly TrainingRow[] {
  return slurs.flatMap((slur) => {
    const make = (sentence: string) =>
      fill(sentence.replaceAll('{slur}', slur), pick(trainingGroups, random), random)
    return [
      ...slurAttacks.flatMap((attack) => [
        ...rows(1, 1, () => make(attack)),
        ...rows(1, 1, () => putInto(pick(assertingFrames, random), make(attack))),
      ]),
      ...[...reclaimed, ...slurRejections].flatMap((sentence) => rows(0, 1, () => make(sentence))),
    ]
  })
}

type Target = readonly [plural: string, member: string]

const rows = (label: 0 | 1, count: number, make: () => string): readonly TrainingRow[] =>
  Array.from({ length: count }, () => ({ text: make(), label }))

const pick = <T>(list: readonly T[], random: Random): T => {
  const found = list[random.integer(list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

const pickOther = (kind: 'thing' | 'trade', random: Random): Target => [
  pick(otherTargets[kind], random),
  pick(otherTargets[`${kind}Member`], random),
]

function fill(template: string, [plural, member]: Target, random: Random): string {
  const several = random.integer(3) === 0 ? pick(modifiers, random).replace('{T}', plural) : plural
  const filled = lengthen(template, random)
    .replaceAll('{T}', several)
    .replaceAll('{t}', member)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => pick(fillings[name] ?? [], random))
    .replaceAll(/ +/g, ' ')
  return filled.slice(0, 1).toUpperCase() + filled.slice(1)
}

/** A third of the sentences get an ending that changes nothing. */
const lengthen = (template: string, random: Random): string =>
  random.integer(3) === 0
    ? template.replace(/[.!?]$/, (mark) => ` ${pick(endings, random)}${mark}`)
    : template

/** Without its full stop where the frame goes on. */
function putInto(frame: string, sentence: string): string {
  const [before = '', after = ''] = frame.split('{S}')
  return before + (after === '' || /^ [A-Z]/.test(after) ? sentence : sentence.replace(/[.!?]$/, '')) + after
}
