import type { ClaimKey, Evidence } from '@assay/contracts'

/** A value read whole and understood (methods §1.2). */
export interface TypedValue {
  readonly kind: ClaimKey['kind']
  /** Shortest sufficient form, as the source writes it. */
  readonly text: string
  readonly unit?: string
  /** Numbers only. */
  readonly amount?: number
  readonly aliases: readonly string[]
  readonly items?: readonly string[]
  readonly granularity?: 'year' | 'month' | 'day'
  /** Written as code in the source. */
  readonly code: boolean
}

/** What a fact is about. */
export interface Subject {
  /** The bare name, for looking the subject up: "delivery.timeout", "Team". */
  readonly name: string
  /** What kind of thing it is: "option", "plan"; `null` when the source does not say. */
  readonly kind: string | null
  /** A noun phrase ready for a sentence: "the option `delivery.timeout`". */
  readonly phrase: string
  readonly plural: boolean
  /** Whether "it" can stand for it: things, not persons. */
  readonly thing: boolean
  /** Something is made for it, runs on it: one asks for the package size for Debian, not of Debian. */
  readonly environment?: true
}

/** Where a fact stands: the slice that holds the value. */
export interface FactSource {
  readonly documentId: string
  readonly evidence: Evidence
  /** Table or list the fact was read from; facts of one family with one attribute are siblings. */
  readonly family: string
}

/** How the attribute is asked for; which frame applies follows from it. */
export type Ask =
  /** "What is the {attribute} of {subject}?" */
  | {
      readonly form: 'attribute'
      readonly attribute: string
      /** The attribute names its subject itself. */ readonly bare?: true
    }
  /** "Since which version has {subject} been available?" */
  | { readonly form: 'since'; readonly participle: string }
  /** "When was {subject} introduced?" */
  | { readonly form: 'event'; readonly participle: string }
  /** "How many attempts does {subject} have?" */
  | { readonly form: 'count'; readonly noun: string }
  /** "Which option {predicate}?": the value is the subject itself. */
  | { readonly form: 'which'; readonly kind: string; readonly predicate: string }
  /** "What is the term for {definition}?" */
  | { readonly form: 'term'; readonly definition: string }
  /** A clause of prose, turned into its question by a closed pattern. */
  | {
      readonly form: 'clause'
      readonly frame: string
      readonly question: string
      /** What is left of it after a question about a sibling: "how many personal days". */
      readonly short?: string
    }

export interface Triple {
  readonly id: string
  readonly shape: 'table' | 'label' | 'option' | 'definition' | 'prose'
  readonly subject: Subject
  readonly ask: Ask
  /** Name of the attribute, for comparing facts: "default value". */
  readonly attribute: string
  readonly value: TypedValue
  readonly source: FactSource
  /** The fact as a sentence. */
  readonly statement: string
}

/** A description of a subject that can stand for its name: "the option that sets the time a batch waits". */
export interface Paraphrase {
  readonly name: string
  readonly documentId: string
  readonly phrase: string
  readonly evidence: Evidence
}

/** A subject listed beside siblings without a value for an attribute they have. */
export interface Gap {
  readonly subject: Subject
  readonly ask: Ask
  readonly attribute: string
  /** A sibling's fact that attests the attribute. */
  readonly sibling: Triple
  readonly documentId: string
  readonly chunkId: string
}
