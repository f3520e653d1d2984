import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { classes } from './classes.ts'
import { Logo } from './Logo.tsx'
import styles from './Page.module.css'
import { useFocusKept } from './useFocusKept.ts'

// Menus are not needed to show a page; the error pages, which come with every page, would bring them along.
const ThemeMenu = lazy(async () => ({ default: (await import('./ThemeMenu.tsx')).ThemeMenu }))
const LanguageMenu = lazy(async () => ({ default: (await import('./LanguageMenu.tsx')).LanguageMenu }))

export type PageProps = {
  title: string
  /** A smaller line over the title, e.g. where one is. */
  over?: React.ReactNode
  /** What to do here, beside the title; one primary button at most. */
  actions?: React.ReactNode
  /** At the right of the top bar, e.g. who one is. */
  bar?: React.ReactNode
  /** `narrow` for one thing to read and one to do. */
  narrow?: boolean
  children: React.ReactNode
}

/** Frame of every page that is not a board: bar, title, content. A page that was navigated to starts at its title. */
export const Page = ({ title, over, actions, bar, narrow, children }: PageProps) => {
  const { t } = useTranslation('common')
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = `${title} · ${t('appName')}`
  }, [title, t])

  useFocusKept(heading)

  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <header className={styles.bar}>
        <Link href="/" className={classes(styles.home)} aria-label={t('toHome')}>
          <Logo />
          <span aria-hidden="true">{t('appName')}</span>
        </Link>
        <div className={styles.barEnd}>
          {bar}
          <Suspense>
            <LanguageMenu />
            <ThemeMenu />
          </Suspense>
        </div>
      </header>
      <main id="content" className={classes(styles.main, narrow && styles.narrow)} tabIndex={-1}>
        <div className={styles.head}>
          <div className={styles.titles}>
            {over !== undefined && <div className={styles.over}>{over}</div>}
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
        {children}
      </main>
    </>
  )
}
