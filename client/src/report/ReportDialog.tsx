import { Download, FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES, useLanguage } from '../i18n/language.ts'
import { pathOf } from '../session/api.ts'
import { useSession } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import styles from './ReportDialog.module.css'

/** The page is read in a tab of its own; the others are files. */
const FORMATS = [
  { id: 'html', opens: true },
  { id: 'md', opens: false },
  { id: 'csv', opens: false },
  { id: 'json', opens: true },
] as const

/** The report of this board in every format, as plain links: a browser opens, keeps and prints them by itself. */
export const ReportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('report')
  const { opened, id } = useSession()
  const [language, setLanguage] = useState(useLanguage())
  const hrefOf = (format: string) =>
    `${pathOf('/api/boards/:id/report', { id: opened.board.id })}.${format}?${new URLSearchParams({ as: id, ...(format !== 'json' && { language }) })}`
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <p>{t('text')}</p>
      <p className={styles.tentative}>{t('tentative')}</p>
      <p className={styles.note}>{t('caucus')}</p>
      <Segmented
        label={t('language')}
        value={language}
        onChange={setLanguage}
        options={LANGUAGES.map(one => ({ id: one, label: LANGUAGE_NAMES[one] }))}
      />
      <ul className={styles.list}>
        {FORMATS.map(({ id: format, opens }) => (
          <li key={format}>
            <a
              className={styles.format}
              href={hrefOf(format)}
              {...(opens ? { target: '_blank', rel: 'noopener' } : { download: '' })}
            >
              {opens ? <FileText aria-hidden="true" /> : <Download aria-hidden="true" />}
              <span>
                <span className={styles.name}>{t(`format.${format}`)}</span>
                <span className={styles.note}>{t(`means.${format}`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
