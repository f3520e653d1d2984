import type { ReportLanguage } from '../language.ts'
import { en, type ReportWords } from './en.ts'
import { es } from './es.ts'

export const REPORT_WORDS = { en, es } as const satisfies Record<ReportLanguage, ReportWords>
export type { ReportWords }
