import { modelProviders } from './model-providers.data.ts'
import { parseModelReference } from './model-reference.ts'
import { compatibleEndpoint, type OpenModelDependencies } from './open-model.ts'

/** Whether what this model is asked stays on this machine: it runs in the process, or at a loopback address. */
export function isLocalModel(text: string, deps: Pick<OpenModelDependencies, 'env'>): boolean {
  const reference = parseModelReference(text)
  if (!reference.ok) return false
  const { provider } = reference.value
  if (provider === 'local') return true
  const row = modelProviders.find(({ name }) => name === provider)
  const address =
    row === undefined
      ? compatibleEndpoint(reference.value, deps).baseURL
      : deps.env(row.baseUrlEnv) || row.baseUrl
  return isLoopback(address)
}

const isLoopback = (address: string): boolean =>
  URL.canParse(address) &&
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(new URL(address).hostname)
