import styles from './Numbers.module.css'

/** What may be wider than the screen: it is scrolled by a finger, and by keys as well. */
export const Wide = ({ children }: { children: React.ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
  <div className={styles.scroll} tabIndex={0}>
    {children}
  </div>
)
