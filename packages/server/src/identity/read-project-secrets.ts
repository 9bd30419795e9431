import { readSealedSecrets } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'

/** The values of a project's secrets by their names: for targets and judges, never for an answer. */
export async function readProjectSecrets(
  { control, seal }: Pick<Hub, 'control' | 'seal'>,
  projectId: string,
): Promise<Readonly<Record<string, string>>> {
  const secrets = await readSealedSecrets(control, projectId)
  return Object.fromEntries(secrets.map(({ name, sealed }) => [name, seal.open(sealed)]))
}
