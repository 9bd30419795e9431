/** An answer with what it was to be grounded in, and whether it is. */
export interface GroundedAnswer {
  readonly question: string
  readonly answer: string
  readonly passage: string
  readonly isFaithful: boolean
  readonly clusterKey: string
}

/** BEGIN: replies of dialogue systems, fully attributable to their knowledge or not; generic ones say nothing and are left out. */
export const labelBeginAnswers = (lines: readonly string[]): readonly GroundedAnswer[] =>
  lines.slice(1).flatMap((line) => {
    const [, , passage, question, answer, label = ''] = line.split('\t')
    if (passage === undefined || question === undefined || answer === undefined) return []
    if (!/^(?:Fully|Not fully)/.test(label)) return []
    return [{ question, answer, passage, isFaithful: label.startsWith('Fully'), clusterKey: passage }]
  })
