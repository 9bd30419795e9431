import { openLinearModel, type LinearModel, type LinearModelData } from '../classifier/linear-model.ts'
import type { Evidence } from './evidence.ts'

/** Log odds of the model from which a text counts as found. */
const threshold = 0.7

/** A persona without limits, a mode, a game, a fiction, a bargain, in the text as a whole. */
export const findJailbreak = (text: string, model: LinearModel): Evidence => ({
  logit: model.logit(text) - threshold,
  label: 'jailbreak',
  start: 0,
  end: text.length,
})

let model: Promise<LinearModel> | undefined

/** Read when it is first needed. */
export const openJailbreakModel = (): Promise<LinearModel> => (model ??= readModel())

async function readModel(): Promise<LinearModel> {
  const { default: data } = await import('./jailbreak-model.json', { with: { type: 'json' } })
  return openLinearModel(data as unknown as LinearModelData)
}
