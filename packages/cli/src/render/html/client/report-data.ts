/** What the report's page knows of the cases: JSON in the page, texts that occur often stored once. */
export interface ReportData {
  readonly cases: readonly CaseData[]
  readonly texts: readonly string[]
}

export type Tone = 'good' | 'bad' | 'unsure'
export type Span = readonly [start: number, end: number]

export interface CaseData {
  readonly id: string
  readonly type: string
  readonly level: string
  readonly topic: string | null
  readonly language: string
  readonly source: string | null
  readonly tag: readonly string[]
  /** Band of its question's length. */
  readonly length: string
  readonly outcome: string
  readonly outcomeText: string
  readonly tone: Tone
  readonly passed: boolean | null
  readonly component: string | null
  readonly componentText: string | null
  readonly componentEvidence: string | null
  readonly history: readonly { readonly role: string; readonly content: string }[]
  readonly question: string
  /** `null`: there is none. */
  readonly answer: string | null
  readonly error: string | null
  readonly reference: string
  readonly claims: readonly ClaimData[]
  /** Claims in the answer that the reference does not make; `null`: not counted. */
  readonly extraClaims: number | null
  readonly reason: string | null
  readonly verdicts: readonly VerdictData[]
  /** In rank order; `null`: the target gave none. */
  readonly retrieved: readonly PassageData[] | null
  readonly references: readonly PassageData[]
  /** Reference passages whose text is not at hand: the knowledge base has changed. */
  readonly missingReferences: number
  /** Latency, tokens, model: each ready to read. */
  readonly facts: readonly string[]
}

export interface ClaimData {
  readonly text: string
  readonly status: 'present' | 'missing' | 'contradicted' | 'unclear'
  /** Where in the answer. */
  readonly span: Span | null
}

export interface VerdictData {
  readonly check: string
  readonly outcome: string
  readonly tone: Tone
  readonly detail: string
}

export interface PassageData {
  /** Index into `texts`. */
  readonly text: number
  readonly title: string
  readonly isReference: boolean
  /** Evidence in the text. */
  readonly marks: readonly Span[]
}
