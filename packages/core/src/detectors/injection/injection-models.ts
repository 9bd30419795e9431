import { openLinearModel, type LinearModel, type LinearModelData } from '../classifier/linear-model.ts'
import { openJailbreakModel } from './find-jailbreak.ts'

export interface InjectionModels {
  /** Whether a text speaks against what a model was told. */
  readonly direct: LinearModel
  readonly jailbreak: LinearModel
  /** Whether a sentence asks a model for something. */
  readonly order: LinearModel
  /** What the place of such a sentence weighs: the bias, then a weight for each feature of an order. */
  readonly places: readonly number[]
}

let models: Promise<InjectionModels> | undefined

/** Read when they are first needed: they are large. */
export const openInjectionModels = (): Promise<InjectionModels> => (models ??= readModels())

async function readModels(): Promise<InjectionModels> {
  const [direct, orders, jailbreak] = await Promise.all([
    import('./direct-model.json', { with: { type: 'json' } }),
    import('./order-model.json', { with: { type: 'json' } }),
    openJailbreakModel(),
  ])
  return {
    direct: openLinearModel(direct.default as unknown as LinearModelData),
    jailbreak,
    order: openLinearModel(orders.default.order as unknown as LinearModelData),
    places: orders.default.places,
  }
}
