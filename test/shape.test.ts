import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** What holds over the whole tree and that no single room can promise. */

const ROOT = join(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter(path => path !== '' && existsSync(join(ROOT, path)))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const sources = files.filter(path => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'))
const isTest = (path: string) => /\.(test|contract)\.tsx?$/.test(path)

const IMPORT = /^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
const importsOf = (path: string): string[] =>
  [...read(path).matchAll(IMPORT)].flatMap(([, from, dynamic]) => from ?? dynamic ?? [])

/** Which rooms a room may import; a package's own dependencies are its `package.json`'s business. */
const ROOMS: Record<string, readonly string[]> = {
  'packages/board/': [],
  'packages/protocol/': ['@jointly/board'],
  'server/': ['@jointly/protocol', '@jointly/board'],
  'client/': ['@jointly/protocol', '@jointly/board'],
  'test/': ['@jointly/protocol', '@jointly/board', '@jointly/server', '@jointly/client'],
}
/** What is on the table knows no screen, no network and no machine: these libraries only. */
const BOARD_LIBRARIES = ['yjs', 'zod', 'lib0', 'nanoid', 'fractional-indexing']

const inRoom = (room: string) => sources.filter(path => path.startsWith(room))
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

test('[T1] a room imports only the rooms below it', () => {
  const wrong = Object.entries(ROOMS).flatMap(([room, allowed]) =>
    inRoom(room).flatMap(path =>
      importsOf(path)
        .filter(from => from.startsWith('@jointly/') && !allowed.includes(packageOf(from)))
        .map(from => `${path} imports ${from}`),
    ),
  )
  expect(wrong).toEqual([])
})

test('[T1] no import climbs out of its room', () => {
  const wrong = Object.keys(ROOMS).flatMap(room =>
    inRoom(room).flatMap(path =>
      importsOf(path)
        .filter(from => from.startsWith('.') && !join(dirname(path), from).startsWith(room))
        .map(from => `${path} imports ${from}`),
    ),
  )
  expect(wrong).toEqual([])
})

test('[T2] packages/board uses its few libraries and nothing of a browser or of Node', () => {
  const wrong = inRoom('packages/board/').flatMap(path =>
    importsOf(path)
      .filter(from => !from.startsWith('.') && !BOARD_LIBRARIES.includes(packageOf(from)))
      .filter(from => !(isTest(path) && from === 'vitest'))
      .map(from => `${path} imports ${from}`),
  )
  expect(wrong).toEqual([])
})

/** In the client, features do not import each other; these are what they share, and the pages that compose them. */
const SHARED = ['ui', 'session', 'i18n', 'cards', 'people', 'commands', 'rounds']
const COMPOSES: Record<string, readonly string[]> = {
  board: ['stages', 'team', 'canvas', 'rules', 'caucus', 'report', 'pulse'],
  stages: ['agreement', 'consensus', 'followup', 'weighing'],
}

test('[T3] in the client, features do not import each other', () => {
  const feature = (path: string) => /^client\/src\/([^/]+)\//.exec(path)?.[1]
  const wrong = inRoom('client/src/').flatMap(path => {
    const own = feature(path)
    if (own === undefined) return []
    return importsOf(path)
      .filter(from => from.startsWith('.'))
      .map(from => feature(join(dirname(path), from)))
      .filter(other => other !== undefined && other !== own)
      .filter(other => !SHARED.includes(other ?? '') && !COMPOSES[own]?.includes(other ?? ''))
      .map(other => `${path} imports ${other}/`)
  })
  expect(wrong).toEqual([])
})

test('[T3] only the session knows sockets, and the storage only its engine', () => {
  const only = (library: RegExp, where: readonly string[]) =>
    sources
      .filter(path => !isTest(path) && !path.startsWith('test/') && !where.some(room => path.startsWith(room)))
      .flatMap(path =>
        importsOf(path)
          .filter(from => library.test(from))
          .map(from => `${path} imports ${from}`),
      )
  expect(only(/^y-websocket$/, ['client/src/session/'])).toEqual([])
  // A caucus or a draft never lies in a browser's storage: one file keeps documents, and its names are of two kinds.
  expect(only(/^y-indexeddb$/, ['client/src/session/keepDoc.ts'])).toEqual([])
  expect(only(/^node:sqlite$/, ['server/src/storage/'])).toEqual([])
  expect(only(/^ws$/, ['server/src/live/'])).toEqual([])
})

test('[T4] only a main touches the process', () => {
  const wrong = inRoom('server/src/').filter(
    path => !isTest(path) && !path.endsWith('main.ts') && /\bprocess\.(env|argv|on|exit)\b/.test(read(path)),
  )
  expect(wrong).toEqual([])
})

const prose = files.filter(path => path.endsWith('.md'))

test('[T5] every path that prose names exists', () => {
  const wrong = prose.flatMap(path => {
    const named = [...read(path).matchAll(/`([\w@.-]+(?:\/[\w@.*-]+)+\/?)`/g)].flatMap(([, name]) => name ?? [])
    return named
      .filter(name => /^(client|server|packages|test|\.ci|src|look)\//.test(name) && !name.includes('*'))
      .filter(name => !existsSync(join(ROOT, name)) && !existsSync(join(ROOT, dirname(path), name)))
      .map(name => `${path} names ${name}`)
  })
  expect(wrong).toEqual([])
})

test('[T5] every command that prose names is one, and what a script asks of a room the room does', () => {
  const scriptsOf = (room: string): Record<string, string> => JSON.parse(read(`${room}package.json`)).scripts ?? {}
  const scripts = scriptsOf('')
  const ownOfPnpm = new Set(['exec', 'install'])
  const named = prose.flatMap(path => [...read(path).matchAll(/`(?:npx )?pnpm ([a-z]+)|^ {4}npx pnpm ([a-z]+)/gm)])
  expect(
    named.map(([, first, second]) => first ?? second ?? '').filter(name => !(name in scripts || ownOfPnpm.has(name))),
  ).toEqual([])
  const asked = Object.values(scripts).flatMap(line => {
    const script = line.split(' ').at(-1) ?? ''
    return [...line.matchAll(/--filter @jointly\/(\w+)/g)].map(([, room]) => `${room} ${script}`)
  })
  expect(
    asked.filter(line => {
      const [room = '', script = ''] = line.split(' ')
      return !(script in scriptsOf(`${room}/`))
    }),
  ).toEqual([])
})

const RULE = /\[([A-Z]\d+)\]/g
const rulesIn = (text: string) => [...text.matchAll(RULE)].flatMap(([, id]) => id ?? [])

/** Every rule, as often as it stands in a SPEC. */
const numbered = prose
  .filter(path => /(SPEC|test\/README)\.md$/.test(path))
  .flatMap(path => [...read(path).matchAll(/^- \[([A-Z]\d+)\]/gm)].flatMap(([, id]) => id ?? []))

test('[T6] a rule has a number of its own', () => {
  expect(numbered.filter((id, i) => numbered.indexOf(id) !== i)).toEqual([])
})

test('[T6] every rule of a SPEC has a test that begins with its id, and every id in a title is a rule', () => {
  const rules = new Set(numbered)
  const titles = sources
    .filter(isTest)
    .flatMap(path =>
      [...read(path).matchAll(/(?:test|it|describe)(?:\.\w+(?:\([^)]*\))?)*\(\s*['"`]((?:\[[A-Z]\d+\]\s*)+)/g)].flatMap(
        ([, ids]) => rulesIn(ids ?? ''),
      ),
    )
  const tested = new Set(titles)
  expect({
    untested: [...rules].filter(id => !tested.has(id)),
    unknown: [...tested].filter(id => !rules.has(id)),
  }).toEqual({
    untested: [],
    unknown: [],
  })
})

test('[T7] nothing is fetched from elsewhere at run time: the product works on a closed network', () => {
  const allowed = /https?:\/\/(localhost|127\.0\.0\.1|jointly|www\.w3\.org)/
  const wrong = [
    ...inRoom('client/'),
    ...inRoom('server/src/'),
    ...files.filter(path => /^client\/.*\.(html|css)$/.test(path)),
  ]
    .filter(path => !isTest(path))
    .flatMap(path =>
      (read(path).match(/https?:\/\/[a-z0-9][^\s'"`)<]*/gi) ?? [])
        .filter(url => !allowed.test(url))
        .map(url => `${path}: ${url}`),
    )
  expect(wrong).toEqual([])
})

test('[T8] what tests write lies in a folder that goes when they end', () => {
  expect(basename(tmpdir())).toMatch(/^jointly-test-/)
})
