/** Vectors of one length and of norm 1 (or all zero), one a row. */
export type UnitVectors = readonly Float32Array[]

/** Four running sums, so that the additions do not wait for each other. */
export function dot(left: Float32Array, right: Float32Array): number {
  const whole = left.length - (left.length % 4)
  let [a, b, c, d] = [0, 0, 0, 0]
  let index = 0
  for (; index < whole; index += 4) {
    a += (left[index] as number) * (right[index] as number)
    b += (left[index + 1] as number) * (right[index + 1] as number)
    c += (left[index + 2] as number) * (right[index + 2] as number)
    d += (left[index + 3] as number) * (right[index + 3] as number)
  }
  for (; index < left.length; index += 1) a += (left[index] as number) * (right[index] as number)
  return a + b + c + d
}

/** Divides by the norm in place; a zero vector stays. */
export function normalise(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, vector))
  if (norm > 0)
    for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] as number) / norm
  return vector
}

export function addTo(sum: Float32Array, vector: Float32Array, factor = 1): void {
  for (let index = 0; index < sum.length; index += 1) {
    sum[index] = (sum[index] as number) + factor * (vector[index] as number)
  }
}
