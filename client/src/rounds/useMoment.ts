import { useTranslation } from 'react-i18next'

/** A moment as people say it: the time alone on the day itself, else the day as well. */
export const useMoment = (): ((at: string) => string) => {
  const { i18n } = useTranslation()
  return at => {
    const moment = new Date(at)
    const isToday = moment.toDateString() === new Date().toDateString()
    const day = isToday ? {} : ({ dateStyle: 'medium' } as const)
    return new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', ...day }).format(moment)
  }
}
