/** The pictures that the server takes: only pixels, no documents. */
export const PICTURES = 'image/jpeg,image/png,image/webp,image/gif'

export const MOST_ALT = 500

/** The files of a paste or a drop; a copied text that brings its own portrait is a text. */
export const filesIn = (data: DataTransfer): readonly File[] =>
  data.getData('text/plain') === '' ? [...data.files] : []
