import { useState } from 'react'

type Visibility = Record<string, boolean>

const keyOf = (name: string) => `assay-columns-${name}`

/** Which columns of a table are shown, kept in this browser. */
export function useKeptColumns(
  name: string,
  columns: readonly { readonly id: string; readonly isHiddenAtFirst?: true }[],
): [Visibility, (visibility: Visibility) => void] {
  const [visibility, setVisibility] = useState<Visibility>(() => ({
    ...Object.fromEntries(
      columns.filter(({ isHiddenAtFirst }) => isHiddenAtFirst).map(({ id }) => [id, false]),
    ),
    ...readKept(name),
  }))
  const keep = (next: Visibility) => {
    setVisibility(next)
    localStorage.setItem(keyOf(name), JSON.stringify(next))
  }
  return [visibility, keep]
}

function readKept(name: string): Visibility {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Visibility) : {}
  } catch {
    return {}
  }
}
