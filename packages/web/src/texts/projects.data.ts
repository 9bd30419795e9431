/** Words for the fields of a project, wherever they stand. */
export const projectTexts = {
  name: 'Name',
  namePlaceholder: 'Support assistant',
  description: 'What is it for?',
  riskClass: 'Risk class',
  riskClassHint: 'Of Regulation (EU) 2024/1689; unclassified until somebody decided.',
  riskClasses: {
    unclassified: 'unclassified',
    minimal: 'minimal risk',
    limited: 'limited risk',
    high: 'high risk',
    prohibited: 'prohibited',
  },
} as const
