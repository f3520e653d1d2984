import { csv } from './csv.ts'
import { html } from './html.ts'
import type { Report } from './index.ts'
import type { ReportLanguage } from './language.ts'
import { markdown } from './markdown.ts'
import type { Page } from './page.ts'
import { printed } from './printed.ts'

/** The formats of the report beside `report.json`; a row each. */
const FORMATS = {
  md: { print: markdown, for: 'people' },
  html: { print: html, for: 'people' },
  csv: { print: csv, for: 'programs' },
} as const satisfies Record<string, { print: (page: Page) => string; for: 'people' | 'programs' }>
export type ReportFormat = keyof typeof FORMATS

/** The report as text in one format and language. */
export const printReport = (report: Report, at: { format: ReportFormat; language: ReportLanguage }): string =>
  FORMATS[at.format].print(printed(report, { language: at.language, reader: FORMATS[at.format].for }))

export { calendar } from './calendar.ts'
export { STYLE as REPORT_STYLE } from './style.ts'
