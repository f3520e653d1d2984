import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaceActions, KeyGroup, PaletteItem } from '../commands/command.ts'
import { CANVAS_COMMANDS } from './canvasCommands.ts'
import { composeInSight, takeTool } from './compose.ts'
import { useDoables } from './doables.ts'
import { focusThing } from './focus.ts'
import { lookAtCard } from './looking.ts'
import { useSurface } from './surfaceContext.ts'
import { TOOLS, type ToolId, toolsFor } from './tools.ts'

/** What the whiteboard does in its own way, for the board's palette, key sheet, search and links to a card. */
export const useFaceActions = (): FaceActions => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const doables = useDoables()
  // Asked when it is used, so that what it says is of that moment; the object itself stays the same.
  const now = useRef({ t, doables })
  now.current = { t, doables }
  return useMemo(
    (): FaceActions => ({
      show: id => {
        const card = surface.card(id)
        if (card === undefined) return
        lookAtCard(surface, card)
        // Asked from an effect too, in which nothing can be drawn at once; the picture is on its way there by itself.
        requestAnimationFrame(() => focusThing(surface, card, { brings: false }))
      },
      compose: () => composeInSight(surface),
      search: () => surface.search.set({ words: surface.search.get()?.words ?? '' }),
      items: (): readonly PaletteItem[] => [
        ...now.current.doables.all(surface.things()),
        ...toolsFor(surface.session).map(id => ({
          id: `tool-${id}`,
          label: now.current.t(`tool.${id}`),
          keys: TOOLS[id].keys[0],
          run: () => takeTool(surface, id),
        })),
      ],
      keys: (): readonly KeyGroup[] => [
        {
          title: now.current.t('keys.tools'),
          rows: (Object.keys(TOOLS) as ToolId[]).map(id => ({
            label: now.current.t(`tool.${id}`),
            keys: TOOLS[id].keys,
          })),
        },
        {
          title: now.current.t('keys.commands'),
          rows: CANVAS_COMMANDS.map(({ id, keys }) => ({
            label: now.current.t(`command.${id}`, { count: 1 }),
            keys,
          })),
        },
      ],
    }),
    [surface],
  )
}
