/** The form of every module that Assay can test: one question in, the answer and the passages it rests on out. */
export type Assistant = {
  readonly answer: (input: AssistantInput) => Promise<AssistantAnswer>
}

export type AssistantInput = {
  readonly question: string
  /** The messages before the question, oldest first. */
  readonly history: readonly Message[]
  readonly signal?: AbortSignal
  readonly threadId?: string
}

export type AssistantAnswer = {
  readonly text: string
  /** The retrieved passages, best first. */
  readonly documents: readonly RetrievedDocument[]
}

export type Message = { readonly role: 'user' | 'assistant'; readonly content: string }

export type RetrievedDocument = { readonly id: string; readonly text: string; readonly score: number }

/** A page of documentation, as Markdown. */
export type Page = { readonly name: string; readonly text: string }
