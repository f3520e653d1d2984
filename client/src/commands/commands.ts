import type { Command } from './command.ts'

const always = () => true

export const COMMANDS: readonly Command[] = [
  {
    id: 'palette',
    keys: ['Ctrl+K'],
    whileTyping: 'always',
    available: always,
    run: screen => screen.open('palette'),
  },
  {
    id: 'compose',
    keys: ['n'],
    available: screen => !screen.isBlocked,
    run: screen => screen.compose(),
  },
  {
    id: 'undo',
    keys: ['Ctrl+Z'],
    whileTyping: 'in-empty-field',
    available: screen => !screen.isBlocked && screen.canUndo,
    run: screen => screen.undo(),
  },
  {
    id: 'redo',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    whileTyping: 'in-empty-field',
    available: screen => !screen.isBlocked && screen.canRedo,
    run: screen => screen.redo(),
  },
  {
    id: 'search',
    keys: ['Ctrl+F'],
    whileTyping: 'always',
    available: always,
    run: screen => screen.search(),
  },
  {
    id: 'whiteboardFace',
    keys: ['b'],
    available: screen => screen.face !== 'whiteboard',
    run: screen => screen.showFace('whiteboard'),
  },
  {
    id: 'stageFace',
    keys: ['s'],
    available: screen => screen.face !== 'stage',
    run: screen => screen.showFace('stage'),
  },
  {
    id: 'listFace',
    keys: ['l'],
    available: screen => screen.face !== 'list',
    run: screen => screen.showFace('list'),
  },
  {
    id: 'nextStep',
    keys: [']'],
    available: always,
    run: screen => screen.stepBy(1),
  },
  {
    id: 'previousStep',
    keys: ['['],
    available: always,
    run: screen => screen.stepBy(-1),
  },
  {
    id: 'goToPresent',
    keys: ['g'],
    available: screen => !screen.isViewingPresent,
    run: screen => screen.goToPresent(),
  },
  {
    id: 'openForAll',
    keys: [],
    available: screen => screen.isFacilitator && !screen.isViewingPresent,
    run: screen => screen.openForAll(),
  },
  {
    id: 'console',
    keys: [],
    available: screen => screen.isFacilitator,
    run: screen => screen.open('console'),
  },
  {
    id: 'people',
    keys: ['w'],
    available: always,
    run: screen => screen.open('people'),
  },
  {
    id: 'invite',
    keys: [],
    available: screen => screen.mayInvite,
    run: screen => screen.open('invite'),
  },
  {
    id: 'rules',
    keys: [],
    available: always,
    run: screen => screen.open('rules'),
  },
  {
    id: 'report',
    keys: [],
    available: always,
    run: screen => screen.open('report'),
  },
  {
    id: 'pulse',
    keys: [],
    available: ({ mayAsk }) => mayAsk,
    run: screen => screen.open('pulse'),
  },
  {
    id: 'readNews',
    keys: ['r'],
    available: always,
    run: screen => screen.readNews(),
  },
  {
    id: 'keys',
    keys: ['?'],
    available: always,
    run: screen => screen.open('keys'),
  },
]

/** The command that a key press asks for, if it can be done now. */
export const commandFor = (
  press: { keys: string; typing: 'no' | 'in-empty-field' | 'in-words'; letters: boolean },
  commands: readonly Command[],
): Command | undefined =>
  commands.find(
    ({ keys, whileTyping }) =>
      keys.includes(press.keys) &&
      (press.keys.length > 1 || press.letters) &&
      (press.typing === 'no' ||
        whileTyping === 'always' ||
        (whileTyping === 'in-empty-field' && press.typing === 'in-empty-field')),
  )
