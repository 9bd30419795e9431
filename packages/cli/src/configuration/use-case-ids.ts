/** Ids of the packs, apart from their checks: the start stays light. */
export const useCaseIds = ['support', 'content', 'translation', 'rag', 'extraction', 'agent'] as const
