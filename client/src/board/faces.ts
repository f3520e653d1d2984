import type { FaceId } from '../commands/command.ts'
import { remember, remembered } from '../session/remembered.ts'

/** The faces of the same cards, in the order in which they are offered. */
export const FACES = ['whiteboard', 'stage', 'list'] as const satisfies readonly FaceId[]

const KEY = 'jointly.face'

/** The face that this browser showed last; the stage to begin with. */
export const rememberedFace = (): FaceId => remembered(KEY, FACES) ?? 'stage'

export const rememberFace = (face: FaceId): void => remember(KEY, face)
