export const report = {
  title: 'Report',
  text: 'What lies on the table and what was decided: issue, interests by side, options, criteria, weighing, agreement, follow-up and minutes.',
  tentative: 'An agreement in it is tentative: subject to ratification by both parties and to the full package.',
  caucus: 'Nothing of a caucus is in it.',
  language: 'Language of the report',
  format: {
    html: 'Read and print',
    md: 'Markdown',
    csv: 'Spreadsheet (CSV)',
    json: 'Data (JSON)',
  },
  means: {
    html: 'One page that needs nothing else. Your browser prints it, or keeps it as a PDF.',
    md: 'Text for a wiki or a letter.',
    csv: 'Every table, a row each. Nothing in it runs as a formula.',
    json: 'Everything, for programs, with the hash of the record.',
  },
} as const
