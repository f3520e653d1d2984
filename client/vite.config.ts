import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const SERVER = 'http://127.0.0.1:3000'

/** React Aria brings its own few words in 30 languages; these are ours. A new language of the page is added here too. */
const ARIA_LANGUAGES = ['en-US', 'es-ES']

const otherAriaLanguages: Plugin = {
  name: 'other-aria-languages',
  load(id) {
    const [, language] =
      /\/react-(?:aria|aria-components|stately)\/.*\/intl\/(?:.*\/)?([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id) ?? []
    return language === undefined || ARIA_LANGUAGES.includes(language) ? null : 'export default {}'
  },
}

const SHELL_WORKER = 'sw.js'

/** Tells the service worker which files the build has; their names are hashes, and so is its version. */
const shellFiles: Plugin = {
  name: 'shell-files',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle[SHELL_WORKER]
      if (worker?.type !== 'chunk') throw new Error('the build has no service worker')
      const files = Object.keys(bundle)
        .filter(name => name.startsWith('assets/'))
        .map(name => `/${name}`)
        .sort()
      const version = createHash('sha256').update(files.join()).update(worker.code).digest('hex').slice(0, 16)
      worker.code = `const SHELL = ${JSON.stringify({ version, files })}\n${worker.code}`
    },
  },
}

/**
 * What libraries bring along and the page never asks: zod's schemas as JSON Schema (the server describes them), and lib0's
 * checkers of DOM nodes. Every export of these answers nothing; seven kB less on the wire.
 */
const NEVER_ASKED = /\/(?:zod\/v4\/core\/(?:to-json-schema|json-schema-processors)|lib0\/schema)\.js$/
const neverAsked: Plugin = {
  name: 'never-asked',
  transform(code, id) {
    if (!NEVER_ASKED.test(id)) return null
    const names = code.matchAll(/export (?:const|function|class) ([\w$]+)/g)
    return [...names].map(([, name]) => `export const ${name} = () => () => undefined`).join('\n')
  },
}

export default defineConfig({
  plugins: [react(), otherAriaLanguages, neverAsked, shellFiles],
  build: {
    // A source map would carry the paths of the machine that built it, and the sources are public anyway.
    sourcemap: false,
    // Every file goes through the server's policy (`script-src 'self'`), so nothing becomes a data: URL.
    assetsInlineLimit: 0,
    // A journey [J82] weighs the first board on the wire.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: { index: 'index.html', shell: 'worker/shell.ts' },
      output: {
        // A service worker has one address for good, and serves what lies beside it.
        entryFileNames: ({ name }) => (name === 'shell' ? SHELL_WORKER : 'assets/[name]-[hash].js'),
        // What a first board needs is one file: thirty small ones are 16 kB more on the wire, and as many questions.
        codeSplitting: { groups: [{ name: 'base', tags: ['$initial'], test: id => !id.includes('/client/worker/') }] },
      },
      treeshake: {
        // The packages are pure: what a page does not use of them, and Yjs with it, it need not load.
        moduleSideEffects: [{ test: /\/packages\/(board|protocol)\/src\//, sideEffects: false }],
      },
    },
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/sync': { target: SERVER, ws: true },
    },
  },
})
