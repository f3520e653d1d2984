import type { CardId } from '@jointly/board'

/** What a cell of the matrix is found by on the page, by whoever leads there. */
export const cellId = ({ option, criterion }: { option: CardId; criterion: CardId }): string =>
  `cell-${option}-${criterion}`
