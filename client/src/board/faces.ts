import type { FaceId } from '../commands/command.ts'

/** The faces of the same cards, in the order in which they are offered. */
export const FACES = ['whiteboard', 'stage', 'list'] as const satisfies readonly FaceId[]

const KEY = 'jointly.face'

/** The face that this browser showed last; the stage to begin with. */
export const rememberedFace = (): FaceId => {
  try {
    return FACES.find(face => face === localStorage.getItem(KEY)) ?? 'stage'
  } catch {
    return 'stage'
  }
}

export const rememberFace = (face: FaceId): void => {
  try {
    localStorage.setItem(KEY, face)
  } catch {
    // Not remembered then; it holds for this page.
  }
}
