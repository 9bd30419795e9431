import type { GateResult } from '@assay/contracts'

/** The correctness a gate asks for, 0 to 1, to draw as a line; `null`: no gate is about correctness. */
export function findGateThreshold(gates: readonly GateResult[]): number | null {
  for (const gate of gates) {
    const match = /^\s*correctness\s*<=?\s*(\d+(?:\.\d+)?)\s*(%?)/.exec(gate.expression)
    if (match === null) continue
    const value = Number(match[1]) / (match[2] === '%' ? 100 : 1)
    if (value >= 0 && value <= 1) return value
  }
  return null
}
