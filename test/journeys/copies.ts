import type { Page } from 'playwright-core'

/** What lies in a browser's IndexedDB, as anybody with the machine could read it. */
export const copiesIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort())

/** The names of the databases in which these words can be found, in whatever record. */
export const copiesThatHold = (page: Page, words: string): Promise<string[]> =>
  page.evaluate(async words => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const textOf = (value: unknown): string =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : JSON.stringify(value)
    const found: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await settled(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const values = await settled(db.transaction(store).objectStore(store).getAll())
        if (values.some(value => textOf(value).includes(words))) found.push(name)
      }
      db.close()
    }
    return [...new Set(found)].sort()
  }, words)

/** What a browser holds of a board, as it would be had the board another beginning by now: the same words, another epoch. */
export const keepAsOtherEpoch = (page: Page, epoch = '0123456789abcdef'): Promise<void> =>
  page.evaluate(async epoch => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const from = await settled(indexedDB.open(name))
      const read = (store: string) => {
        const held = from.transaction(store).objectStore(store)
        return Promise.all([settled(held.getAllKeys()), settled(held.getAll())])
      }
      const opening = indexedDB.open([...name.split(':').slice(0, 3), epoch].join(':'))
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('updates', { autoIncrement: true })
        opening.result.createObjectStore('custom')
      }
      const to = await settled(opening)
      for (const store of ['updates', 'custom']) {
        const [keys, values] = await read(store)
        const kept = to.transaction(store, 'readwrite').objectStore(store)
        await Promise.all(values.map((value, i) => settled(kept.put(value, keys[i]))))
      }
      from.close()
      to.close()
      await settled(indexedDB.deleteDatabase(name))
    }
  }, epoch)

/** The service worker has every built file, and serves this page. */
export const shellIsKept = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller !== null
  })

/** Every update of one board that this browser keeps, in the order in which it came, as base64. */
export const updatesKept = (page: Page, board: string): Promise<string[]> =>
  page.evaluate(async board => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const found: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.includes(`joint:${board}`)) continue
      const db = await settled(indexedDB.open(name))
      const updates: Uint8Array[] = await settled(db.transaction('updates').objectStore('updates').getAll())
      found.push(...updates.map(update => btoa(Array.from(update, byte => String.fromCharCode(byte)).join(''))))
      db.close()
    }
    return found
  }, board)
