/** Product in the field of 256 elements with the polynomial 0x11d. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    if (((b >> bit) & 1) === 1) product ^= a
  }
  return product & 0xff
}

/** Coefficients of the generator polynomial, highest first, without the leading one. */
function generatorOf(degree: number): readonly number[] {
  let generator: readonly number[] = [...Array.from({ length: degree - 1 }, () => 0), 1]
  let root = 1
  for (let step = 0; step < degree; step += 1) {
    const factor = root
    generator = generator.map(
      (coefficient, index) => multiply(coefficient, factor) ^ (generator[index + 1] ?? 0),
    )
    root = multiply(root, 2)
  }
  return generator
}

/** Correction codewords of a block of data (Reed–Solomon). */
export function correctionOf(data: readonly number[], degree: number): readonly number[] {
  const generator = generatorOf(degree)
  let rest: readonly number[] = Array.from({ length: degree }, () => 0)
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0)
    rest = generator.map((coefficient, index) => (rest[index + 1] ?? 0) ^ multiply(coefficient, factor))
  }
  return rest
}
