import { useTranslation } from 'react-i18next'
import { agoIn } from './ago.ts'

/** How long ago something was, in words; the exact time on hover and in the element for machines. */
export const RelativeTime = ({ at, now = Date.now() }: { at: string; now?: number }) => {
  const { t, i18n } = useTranslation('common')
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' })
  return (
    <time dateTime={at} title={exact.format(new Date(at))}>
      {agoIn(i18n.language, now - Date.parse(at)) ?? t('justNow')}
    </time>
  )
}
