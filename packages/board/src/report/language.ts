import { z } from 'zod'

/** The languages that a printed report is written in; its words stand in `words/`, and only whoever prints reads them. */
export const ReportLanguage = z.enum(['en', 'es'])
export type ReportLanguage = z.infer<typeof ReportLanguage>
