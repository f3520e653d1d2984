import sharp from 'sharp'

/** What is kept of an uploaded picture: always WebP, upright, without anything that was written into the file beside it. */
export type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

export type PictureRefusal = 'not_an_image' | 'image_too_large'

/** Formats that are only pixels. An SVG is a document that can hold scripts, and is refused with everything else. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif'])

/** A small file can claim any number of pixels; this many are decoded at most (a phone's camera makes 12 to 50 million). */
const MOST_PIXELS = 50_000_000
/** What a screen of a board can show. */
const LONGEST_SIDE = 2_400

sharp.concurrency(1)
sharp.cache(false)

/**
 * Reads a picture and writes it anew: turned as its camera meant it, no larger than a screen, and without its metadata, so
 * that nobody shows where they live by showing a photograph. Refuses what is not a picture of pixels, or too many of them.
 */
export const normalise = async (upload: Uint8Array): Promise<Picture | { readonly refused: PictureRefusal }> => {
  const options = { failOn: 'error', animated: false } as const
  try {
    const { format, width = 0, height = 0 } = await sharp(upload, { ...options, limitInputPixels: false }).metadata()
    if (!FORMATS.has(format ?? '')) return { refused: 'not_an_image' }
    if (width * height > MOST_PIXELS) return { refused: 'image_too_large' }
    const { data, info } = await sharp(upload, { ...options, limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    // No picture, a file that ends half-way, pixels that do not decode: there is nothing else to know about it.
    return { refused: 'not_an_image' }
  }
}
