import { useEffect, useState, useSyncExternalStore } from 'react'
import { classes } from './classes.ts'
import styles from './Notices.module.css'
import { noticeQueue } from './notices.ts'
import { onDemand } from './onDemand.tsx'

const subscribe = (listener: () => void) => noticeQueue.subscribe(listener)
const newest = () => noticeQueue.visibleToasts[0]?.content
const useNewest = () => useSyncExternalStore(subscribe, newest)

/** A notice before what one does with it is there, or where that could not be fetched. Its words are read out already. */
const Plain = () => {
  const said = useNewest()
  return said === undefined ? null : (
    <div className={styles.region} aria-hidden="true">
      <p className={classes(styles.notice, styles[said.kind])}>{said.message}</p>
    </div>
  )
}

const Region = onDemand(() => import('./NoticeRegion.tsx').catch(() => ({ default: Plain })), <Plain />)
/** Until the first board stands the line is for the board. */
const FETCHED_AFTER_MS = 5_000

/**
 * The corner where notices appear; once per page. React Aria would announce each as an alert, which cuts off whoever is
 * listening to something else: here the words go to a polite region that is always there.
 */
export const Notices = () => {
  const said = useNewest()
  // From the first notice on it stays: when the last one goes, it gives back the focus.
  const [isThere, setThere] = useState(false)
  if (said !== undefined && !isThere) setThere(true)
  useEffect(() => {
    const later = setTimeout(Region.fetch, FETCHED_AFTER_MS)
    return () => clearTimeout(later)
  }, [])
  return (
    <>
      <div className="unseen" role="status">
        {said?.message}
      </div>
      {isThere && <Region />}
    </>
  )
}
