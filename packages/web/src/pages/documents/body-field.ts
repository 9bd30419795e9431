import type { DocumentKind } from '@assay/contracts/hub'

/** The body of a version as a form holds it; the hub says whether it fits. */
export type Body = Readonly<Record<string, unknown>>

interface AnyField {
  /** Place in the body: `connection.url`. */
  readonly at: string
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly isRequired?: true
  /** What stands there when nothing is given; without it the key is left out. */
  readonly empty?: null | ''
  /** Heading it stands under. */
  readonly part?: string
  /** Folded away. */
  readonly isRare?: true
  /** Only where the body is so. */
  readonly isShown?: (body: Body) => boolean
}

export type BodyField = AnyField &
  (
    | { readonly as: 'text' | 'long-text' | 'lines' | 'texts' | 'values' | 'json' }
    | { readonly as: 'number'; readonly least?: number; readonly isWhole?: true }
    | { readonly as: 'percent' | 'yes' | 'member' | 'test-sets' | 'messages' | 'check' | 'when' | 'price' }
    | {
        readonly as: 'choice'
        readonly options: Readonly<Record<string, string>>
        /** Those that can be chosen anew; others stay where they are. */
        readonly offered?: readonly string[]
      }
    /** A thing of the project: by its name, or pinned with its version. */
    | { readonly as: 'document' | 'documents' | 'named'; readonly kind: DocumentKind }
    | { readonly as: 'pin' | 'pins'; readonly kind: DocumentKind }
    | { readonly as: 'secret' | 'topics' }
  )

/** What stands at a place. */
export const readAt = (body: Body, at: string): unknown =>
  at.split('.').reduce<unknown>((within, key) => (isObject(within) ? within[key] : undefined), body)

/** The body with another value there; `undefined` takes the key out. */
export function writeAt(body: Body, at: string, value: unknown): Body {
  const [key = '', ...rest] = at.split('.')
  if (rest.length === 0) {
    const { [key]: _, ...others } = body
    return value === undefined ? others : { ...body, [key]: value }
  }
  const within = body[key]
  return { ...body, [key]: writeAt(isObject(within) ? within : {}, rest.join('.'), value) }
}

export const toPointer = (at: string): string => `/${at.replaceAll('.', '/')}`

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
