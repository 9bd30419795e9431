/** Raised whenever the same text may be judged otherwise: part of the key of every verdict. Apart from the detectors, which are large. */
export const detectorVersions = {
  jailbreak: '4',
  pii: '6',
  'pii-names': '2',
  'prompt-injection': '3',
  refusal: '3',
  secrets: '5',
  toxicity: '2',
} as const
