import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export type NoticeKind = 'info' | 'good' | 'bad'

export type Notice = {
  message: string
  kind: NoticeKind
  action?: { label: string; onAction: () => void }
}

export type NotifyOptions = {
  kind?: NoticeKind
  /** One thing to do about it, e.g. Undo. Always reachable in another way too: a notice goes by itself. */
  action?: Notice['action']
  /** What is wrong, or can be acted on, stays longer than what is merely said. */
  timeoutMs?: number
}

const SECOND_MS = 1000

/** Four at most; older ones wait. React Aria's queue stops its clocks while a pointer or the focus is on a notice. */
export const noticeQueue = new ToastQueue<Notice>({ maxVisibleToasts: 4 })

/** Says something for a moment, in a corner and to screen readers, without taking the focus. Returns a way to take it back. */
export const notify = (message: string, { kind = 'info', action, timeoutMs }: NotifyOptions = {}): (() => void) => {
  const again = noticeQueue.visibleToasts.find(({ content }) => content.message === message && content.kind === kind)
  if (again !== undefined) noticeQueue.close(again.key)
  const stays = action !== undefined || kind === 'bad'
  const key = noticeQueue.add(
    { message, kind, ...(action && { action }) },
    { timeout: timeoutMs ?? (stays ? 12 * SECOND_MS : 6 * SECOND_MS) },
  )
  return () => noticeQueue.close(key)
}

/** What was said of an act before is over when a dialog opens, and would lie on its buttons; what is wrong stays. */
export const putAwayNotices = (): void => {
  for (const { key, content } of noticeQueue.visibleToasts) if (content.kind !== 'bad') noticeQueue.close(key)
}
