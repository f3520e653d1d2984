export type FaceId = 'stage' | 'whiteboard' | 'list'
export type PanelId = 'people' | 'console' | 'keys' | 'palette' | 'invite'

/** What a command may do to the screen it was asked from. */
export type Screen = {
  readonly isBlocked: boolean
  readonly isFacilitator: boolean
  readonly mayInvite: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly face: FaceId
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

export type CommandId =
  | 'undo'
  | 'redo'
  | 'compose'
  | 'search'
  | 'palette'
  | 'keys'
  | 'people'
  | 'invite'
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
