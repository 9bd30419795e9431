import type { ReactElement } from 'react'
import './test-sets.css'

export function TagList({ tags }: { readonly tags: readonly string[] }): ReactElement | null {
  if (tags.length === 0) return null
  return (
    <span className="test-sets-tags">
      {tags.map((tag) => (
        <span className="test-sets-tag" key={tag}>
          {tag}
        </span>
      ))}
    </span>
  )
}
