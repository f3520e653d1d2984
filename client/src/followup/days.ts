import { useTranslation } from 'react-i18next'
import { useNow } from '../session/hooks.ts'

/** A day as the reader writes it. It has no hour, so no time zone moves it. */
export const useDay = (): ((on: string) => string) => {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  return on => format.format(new Date(on))
}

/** Today where the reader is, as `2026-10-01`. */
export const useToday = (): string => new Intl.DateTimeFormat('en-CA').format(useNow())

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** What a date field holds is a day, or something that is none yet. */
export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text))
