import { rememberedSwitch } from '../session/remembered.ts'
import type { Extent } from './camera.ts'
import type { Surface } from './surface.ts'

/** On a screen as narrow as this the panel is a sheet from below (`Details.module.css`). */
const SHEET = { upTo: 720, leaves: 0.52 } as const

/** What of the screen the panel leaves free for the board. */
export const freeScreen = ({ screen, selected }: Surface): Extent => {
  const { w, h } = screen.get()
  const isSheet = detailsShown.get() && selected.get().size > 0 && w <= SHEET.upTo
  return { w, h: isSheet ? h * SHEET.leaves : h }
}

/** Whether the panel of what is selected is open. */
export const detailsShown = rememberedSwitch('jointly.canvas-details', 'off')
