/** "v3" for a number, and what people named themselves as they named it: "v1", "2026-11". */
export const nameVersion = (version: string | number): string =>
  /^\d+(\.\d+)*$/.test(String(version)) ? `v${version}` : String(version)
