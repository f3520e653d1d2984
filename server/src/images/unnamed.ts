import type { Storage } from '../storage/storage.ts'

/**
 * How long a picture is kept that no card shows. Its dialog was cancelled, or its card still waits in a browser without a
 * line: that is given as long as anybody stays away from a table they work at.
 */
const KEPT_MS = 30 * 24 * 3600 * 1000
/** Up to when pictures were looked through: what a row names it names for good, so each is asked about once. */
const SEEN = 'images-seen'

/** [H27] Drops pictures that were added a month ago and that nothing has named since. */
export const dropUnnamedImages = async (storage: Storage, clock: () => number): Promise<void> => {
  const after = (await storage.setting(SEEN)) ?? ''
  const upTo = new Date(clock() - KEPT_MS).toISOString()
  if (upTo <= after) return
  await storage.commit({
    changes: [
      { drop: 'unnamed-images', after, upTo },
      { put: 'setting', key: SEEN, value: upTo },
    ],
  })
}
