/**
 * The page without a line: a service worker that holds the built files and hands them out where the server cannot be
 * reached, so that a reload on the train is a reload. It never sees more than that: replies of the interface, pictures and
 * everything else that is somebody's pass it by. What people wrote lies in the copy (`src/session/keeper.ts`).
 *
 * A build with other files is another worker with another cache; it waits until no page of the old one is open.
 */
declare const self: ServiceWorkerGlobalScope

export {}

/** Every file of the build by its hashed name; written here by vite.config.ts. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] }

const PAGE = '/'
const CACHES = 'jointly-shell-'
const CACHE = `${CACHES}${SHELL.version}`
/** Addresses that are not pages, should somebody open one in a tab. */
const NO_PAGE = /^\/(api|sync|assets|healthz|metrics)\b/

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll([PAGE, ...SHELL.files])))
})

self.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names => names.filter(name => name.startsWith(CACHES) && name !== CACHE))
      .then(old => Promise.all(old.map(name => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (SHELL.files.includes(pathname)) event.respondWith(fromCache(pathname).then(kept => kept ?? fetch(request)))
  // The server first, so that nobody stays with an old page while it can be reached.
  else if (request.mode === 'navigate' && !NO_PAGE.test(pathname))
    event.respondWith(fetch(request).catch(() => fromCache(PAGE).then(kept => kept ?? Response.error())))
})

const fromCache = (path: string) => caches.match(path, { cacheName: CACHE, ignoreVary: true })
