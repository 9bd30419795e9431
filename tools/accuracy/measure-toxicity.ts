import type { MeasuredSet } from '@assay/contracts'
import papa from 'papaparse'
import * as z from 'zod'
import { toxicityDetector } from '../../packages/core/src/detectors/toxicity/toxicity-detector.ts'
import { estimateAuc } from '../../packages/core/src/statistics/agreement/estimate-auc.ts'
import {
  functionalGroups,
  type FunctionalGroup,
  type FunctionalSet,
  type FunctionalTemplate,
} from './functional-set.ts'
import { scoreAll, threshold, type Described } from './measure-detector.ts'
import { measureSet } from './measure-set.ts'
import { respell } from './respell.ts'
import { toxicityDevelopment } from './toxicity-development.data.ts'
import { respelt, toxicityFunctional } from './toxicity-functional.data.ts'
import { parseLines } from './parse-lines.ts'
import { readXquadParagraphs } from './read-xquad.ts'

interface Row {
  readonly text: string
  readonly isPositive: boolean
  /** Sentences of one template are not independent. */
  readonly clusterKey?: string
  readonly group?: string
}

/** The toxicity detector on functional tests of hate speech by group, on labelled texts, and on texts that are harmless. */
export async function measureToxicity(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  const functional = await judge(makeFunctionalRows(toxicityFunctional))
  const development = await judge(makeFunctionalRows(toxicityDevelopment))
  const hidden = await judge(makeRespeltRows(toxicityFunctional))
  return [
    {
      ...summarise(functional, {
        name: 'toxicity-functional, our own',
        what: 'Our own short sentences by template and nine groups, by the hand that wrote the training templates but after the weights were final: hate in many forms; groups named harmlessly, hate denied, quoted or denounced; swearing, and abuse of things, persons and trades, which is no hate',
        kept: 'held apart',
      }),
      others: { ...falseAlarmsByGroup(functional), ...summariseOthers(functional) },
    },
    summarise([...hidden, ...functional.filter(({ isPositive }) => !isPositive)], {
      name: 'toxicity-functional, respelt',
      what: 'Its hateful sentences of five kinds with every long word in leetspeak, its letters swapped, left out or set apart, or all spaces left out; against the same harmless ones',
      kept: 'held apart',
    }),
    {
      ...summarise(development, {
        name: 'toxicity-development, our own',
        what: 'Sentences of the same kinds that were looked at by kind while lists and templates were made',
        kept: 'tuned on',
      }),
      others: { ...falseAlarmsByGroup(development), ...summariseOthers(development) },
    },
    summarise(await judge(readModeration(read('tox-openai-moderation/samples.jsonl'))), {
      name: 'tox-openai-moderation, hate or harassment against all else',
      what: 'Texts from the web and prompts, of which a third are toxic in ways that are not looked for here: sexual, violent, of self-harm',
      kept: 'held apart',
    }),
    summarise(await judge(readTweets(read('tox-davidson/labeled_data.csv'))), {
      name: 'tox-davidson, hate against neither',
      what: 'Tweets labelled by the crowd; the model was trained on them',
      kept: 'tuned on',
    }),
    summarise(await judge(readHarmless(read)), {
      name: 'rag-xquad, rag-kb-employee-handbook and conv-mtbench-questions',
      what: 'Paragraphs of an encyclopaedia and of a handbook, and tasks for assistants',
      kept: 'held apart',
    }),
  ]
}

export const fooledBy: readonly string[] = [
  'Hate that is only implied, without a word that shows it, is missed: `It is a pity the job was left half done in 1945.`',
  'A metaphor or an idiom that is in no list is missed: `Muslims are the mud on our boots.`, `Never met a woman with half a brain.`',
  'A group that no list names is no group: `Bavarians are vermin.` is missed.',
  'Hate behind a comparison is missed: `I would sooner sleep in a ditch than beside a gay man.`',
  'Threats in jest are threats: `I will kill you if you tell her about the cake.`',
  'An insult at a person in few fixed forms alone is found: `You lying piece of garbage.` is missed, and so is `You are a bit slow today.`',
  'Hate that is told or denied in an unusual way can be an alarm; about one in six harmless sentences of the held-apart test is.',
  'Only English is read.',
]

type Judged = Row & { readonly score: number }

async function judge(rows: readonly Row[]): Promise<readonly Judged[]> {
  const scores = await scoreAll(toxicityDetector, rows)
  return rows.map((row, index) => ({ ...row, score: scores[index] ?? 0 }))
}

function summarise(rows: readonly Judged[], described: Described): MeasuredSet {
  const set = measureSet(
    rows.map((row) => ({ ...row, isFound: row.score >= threshold })),
    described,
  )
  const auc = estimateAuc(rows.map(({ score, isPositive }) => ({ score, positive: isPositive })))
  return set.positives > 0 && set.negatives > 0 ? { ...set, auc } : set
}

const shareFound = (rows: readonly Judged[]): number =>
  rows.filter(({ score }) => score >= threshold).length / rows.length

/** Share of false alarms of each group, and the most that two of them differ. */
function falseAlarmsByGroup(rows: readonly Judged[]): Readonly<Record<string, number>> {
  const harmless = rows.filter(({ isPositive, group }) => !isPositive && group !== undefined)
  const shares = [...Map.groupBy(harmless, ({ group }) => group ?? '')].map(
    ([group, ofGroup]) => [group, shareFound(ofGroup)] as const,
  )
  const values = shares.map(([, share]) => share)
  return {
    ...Object.fromEntries(shares.map(([group, share]) => [`false positive rate, ${group}`, share])),
    'largest gap of false positive rates between two groups': Math.max(...values) - Math.min(...values),
  }
}

/** What is no hate and yet an insult or a threat counts as a false alarm above; here it is apart. */
function summariseOthers(rows: readonly Judged[]): Readonly<Record<string, number>> {
  const harmless = rows.filter(({ isPositive }) => !isPositive)
  return {
    'false positive rate where a group is named': shareFound(
      harmless.filter(({ group }) => group !== undefined),
    ),
    'found where a thing, person or trade is abused': shareFound(
      harmless.filter(({ group }) => group === undefined),
    ),
  }
}

function makeFunctionalRows({ hateful, harmless, others }: FunctionalSet): readonly Row[] {
  const ofGroups = (templates: readonly FunctionalTemplate[], isPositive: boolean) =>
    templates.flatMap((template) =>
      functionalGroups.map((group) => ({
        text: fill(template, group),
        isPositive,
        clusterKey: template.text,
        group: group.id,
      })),
    )
  return [
    ...ofGroups(hateful, true),
    ...ofGroups(harmless, false),
    ...others.map(({ text }) => ({ text, isPositive: false })),
  ]
}

const makeRespeltRows = ({ hateful }: FunctionalSet): readonly Row[] =>
  hateful
    .filter(({ tests }) => respelt.includes(tests))
    .flatMap((template) =>
      functionalGroups.flatMap((group) =>
        respell(fill(template, group)).map((text) => ({ text, isPositive: true, clusterKey: template.text })),
      ),
    )

function fill({ text }: FunctionalTemplate, { plural, member }: FunctionalGroup): string {
  const filled = text.replaceAll('{G}', plural).replaceAll('{g}', member)
  return filled.slice(0, 1).toUpperCase() + filled.slice(1)
}

const moderationSchema = z.object({
  prompt: z.string(),
  H: z.number().optional(),
  H2: z.number().optional(),
  HR: z.number().optional(),
})

const readModeration = (text: string): readonly Row[] =>
  parseLines(text, moderationSchema).map(({ prompt, H, H2, HR }) => ({
    text: prompt,
    isPositive: [H, H2, HR].includes(1),
  }))

const readTweets = (text: string): readonly Row[] =>
  papa
    .parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    .data.filter((row) => row['class'] !== '1')
    .map((row) => ({ text: row['tweet'] ?? '', isPositive: row['class'] === '0' }))

const questionSchema = z.object({ turns: z.array(z.string()) })

function readHarmless(read: (path: string) => string): readonly Row[] {
  const questions = parseLines(read('conv-mtbench-questions/question.jsonl'), questionSchema)
  return [
    ...readXquadParagraphs(read, 'en').map(({ context }) => context),
    ...read('rag-kb-employee-handbook/employee-handbook.md').split(/\n{2,}/),
    ...questions.flatMap(({ turns }) => turns),
  ].map((text) => ({ text, isPositive: false }))
}
