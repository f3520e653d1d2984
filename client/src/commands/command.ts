import type { CardId } from '@jointly/board'

export type FaceId = 'stage' | 'whiteboard' | 'list'
export type PanelId = 'people' | 'console' | 'keys' | 'palette' | 'invite' | 'rules' | 'report' | 'pulse' | 'erasures'

/** Something the palette offers: a command, a step to go to, an action on the card one came from. */
export type PaletteItem = {
  readonly id: string
  readonly label: string
  readonly keys?: string | undefined
  readonly run: () => void
}

/** `keys`: one press or another does it; the sheet names the first that is a key now. */
type KeyRow = { readonly label: string; readonly keys: readonly string[] }
/** Keys of one place, named by who knows them. */
export type KeyGroup = { readonly title: string; readonly rows: readonly KeyRow[] }

/**
 * What the face in front of one does in its own way, handed up by it when it is there: the whiteboard is loaded on demand,
 * and its tables with it.
 */
export type FaceActions = {
  /** Leads to a card. */
  readonly show: (card: CardId) => void
  readonly compose: () => void
  readonly search: () => void
  /** What of its own can be done now. */
  readonly items: () => readonly PaletteItem[]
  readonly keys: () => readonly KeyGroup[]
}

/** What a command may do to the screen it was asked from. */
export type Screen = {
  readonly isBlocked: boolean
  readonly isFacilitator: boolean
  readonly mayInvite: boolean
  /** Ask how the work together goes. */
  readonly mayAsk: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly face: FaceId
  readonly ofFace: FaceActions | null
  readonly isViewingPresent: boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly showFace: (face: FaceId) => void
  readonly open: (panel: PanelId) => void
  /** One step on in the process, or back, for oneself. */
  readonly stepBy: (by: 1 | -1) => void
  readonly goToPresent: () => void
  readonly openForAll: () => void
  readonly compose: () => void
  readonly search: () => void
  /** Reads out what has come since it was last read. */
  readonly readNews: () => void
}

type CommandId =
  | 'undo'
  | 'redo'
  | 'compose'
  | 'search'
  | 'palette'
  | 'keys'
  | 'people'
  | 'invite'
  | 'rules'
  | 'report'
  | 'pulse'
  | 'whiteboardFace'
  | 'stageFace'
  | 'listFace'
  | 'nextStep'
  | 'previousStep'
  | 'goToPresent'
  | 'openForAll'
  | 'console'
  | 'readNews'

/** Something that one can do on the board: one object, read by the keyboard, the key sheet and the palette. */
export type Command = {
  readonly id: CommandId
  /** Any of these; the first is the one that is shown. Single letters can be switched off. */
  readonly keys: readonly string[]
  /** Also while one types: `always`, or in a field that is empty (where the key would do nothing). */
  readonly whileTyping?: 'always' | 'in-empty-field'
  readonly available: (screen: Screen) => boolean
  readonly run: (screen: Screen) => void
}
