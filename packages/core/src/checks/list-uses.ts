import { checkUseSchema, type CheckUse } from '@assay/contracts'

/** The uses, and those within them at any depth: what checks made of checks hold in their parameters. */
export function listUses(uses: readonly CheckUse[]): readonly CheckUse[] {
  return uses.flatMap((use) => [use, ...listUses(Object.values(use.parameters ?? {}).flatMap(readUses))])
}

function readUses(value: unknown): readonly CheckUse[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => {
    const parsed = checkUseSchema.safeParse(each)
    return parsed.success && (parsed.data.check ?? parsed.data.template) !== undefined ? [parsed.data] : []
  })
}
