import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './Loading.module.css'

/** A small turning ring, for a place that says in words what is going on. */
export const Spinner = () => <span className={classes(styles.spinner)} aria-hidden="true" />

/** A place whose content is on its way. Shows itself after a moment, so that a quick answer does not flicker. */
export const Loading = ({ label }: { label?: string }) => {
  const { t } = useTranslation('common')
  return (
    <div className={styles.loading} role="status">
      <Spinner />
      {label ?? t('loading')}
    </div>
  )
}
