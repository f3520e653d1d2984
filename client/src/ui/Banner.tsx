import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import styles from './Banner.module.css'
import { classes } from './classes.ts'

export type BannerProps = {
  /** `bad` is read out at once; the others when they come up. */
  kind?: 'info' | 'good' | 'bad'
  children: React.ReactNode
  /** What to do about it. */
  action?: React.ReactNode
}

const ICONS = { info: Info, good: CircleCheck, bad: CircleAlert } as const

/** Something that holds for the whole place it stands above, until it no longer does. */
export const Banner = ({ kind = 'info', children, action }: BannerProps) => {
  const Icon = ICONS[kind]
  return (
    <div className={classes(styles.banner, styles[kind])} role={kind === 'bad' ? 'alert' : undefined}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>{children}</div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
