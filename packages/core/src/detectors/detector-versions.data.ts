/** Raised whenever the same text may be judged otherwise: part of the key of every verdict. Apart from the detectors, which are large. */
export const detectorVersions = {
  jailbreak: '3',
  pii: '4',
  'pii-names': '2',
  'prompt-injection': '3',
  refusal: '1',
  secrets: '3',
  toxicity: '2',
} as const
