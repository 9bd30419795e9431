import * as z from 'zod'

/** US dollars for a million tokens, by kind. A kind without a price costs what the kind it belongs to costs. */
export const tokenPricesSchema = z.object({
  input: z.number().nonnegative(),
  /** Input read from the provider's prompt cache. */
  cachedInput: z.number().nonnegative().optional(),
  /** Input written to the provider's prompt cache. */
  cacheWrite: z.number().nonnegative().optional(),
  output: z.number().nonnegative(),
  reasoning: z.number().nonnegative().optional(),
})
export type TokenPrices = z.infer<typeof tokenPricesSchema>

/** What a model costs in a stretch of time. */
export const modelPriceSchema = z.object({
  /** `provider:model`, or `provider:*` for all models of a provider that have no row. */
  model: z.string(),
  /** First day, as `YYYY-MM-DD`; `null`: since ever. */
  validFrom: z.iso.date().nullable(),
  /** First day on which it is not valid any more; `null`: still valid. */
  validUntil: z.iso.date().nullable(),
  usdPerMillion: tokenPricesSchema,
  /** Prices of a request whose input is longer. */
  longContext: z
    .object({ aboveInputTokens: z.number().int().positive(), usdPerMillion: tokenPricesSchema })
    .optional(),
})
export type ModelPrice = z.infer<typeof modelPriceSchema>
