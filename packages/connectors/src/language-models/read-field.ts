/** A field of a value whose form is not known; `undefined` when there is none. */
export const readField = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined
