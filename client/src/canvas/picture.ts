import { onPaletteChange, type Palette, readPalette } from './palette.ts'
import type { Surface } from './surface.ts'

/** Makes a canvas as fine as the screen; left alone where it is, for another size wipes what was painted. */
export const fitToScreen = (canvas: HTMLCanvasElement, { screen }: Surface): void => {
  const { w, h } = screen.get()
  const [width, height] = [Math.round(w * devicePixelRatio), Math.round(h * devicePixelRatio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

/** Wipes the picture; what is painted from now on stands in board coordinates. */
export const beginPicture = (brush: CanvasRenderingContext2D, { screen, camera }: Surface): void => {
  const { w, h } = screen.get()
  const { x, y, zoom } = camera.get()
  const ratio = devicePixelRatio
  brush.setTransform(ratio, 0, 0, ratio, 0, 0)
  brush.clearRect(0, 0, w, h)
  brush.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio)
}

/** The colours as they are now; when they change, everything is painted anew. */
export const followPalette = (surface: Surface): { readonly now: () => Palette; readonly stop: () => void } => {
  let palette = readPalette(document.body)
  const stop = onPaletteChange(() => {
    palette = readPalette(document.body)
    surface.repaint()
  })
  return { now: () => palette, stop }
}
