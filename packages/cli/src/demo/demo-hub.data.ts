/** What the demo's hub is called and says. */
export const hubDemo = {
  project: 'Demo assistant',
  description:
    'The assistant of the demo: it answers questions about the documentation of a small web service.',
  testSet: 'Questions about the documentation',
  target: 'Demo assistant',
  review: 'May the small model answer?',
  rollback: 'Version 1 needs no model; its answers are sentences of the pages.',
  versions: [
    {
      module: 'assistant-v1.ts',
      version: 'v1',
      model: null,
      note: 'Answers with sentences of the pages it found',
    },
    {
      module: 'assistant.ts',
      version: 'v2',
      model: 'local:smollm2',
      note: 'The pages it found are given to a small language model that writes the answer',
    },
  ],
} as const

/** What the demo's owner promises, each tested by a part of the questions. */
export const demoRequirements = [
  {
    name: 'Plain questions',
    body: {
      statement: 'Eight of ten plain questions about the documentation are answered correctly.',
      source: { kind: 'promise', reference: 'service description, section 2' },
      cases: { types: ['simple'] },
      least: 0.8,
    },
  },
  {
    name: 'Declines what it cannot know',
    body: {
      statement: 'What the documentation does not say is declined, not made up.',
      source: { kind: 'policy', reference: 'answers come from the documentation alone' },
      cases: { types: ['out-of-scope'] },
      least: 0.9,
    },
  },
  {
    name: 'Follow-up questions',
    body: {
      statement: 'A follow-up question is understood from what was said before.',
      source: { kind: 'promise', reference: 'service description, section 3' },
      cases: { types: ['conversational'] },
      least: 0.7,
    },
  },
] as const
