import type { Side } from '@jointly/board'
import { useProcess } from '../../session/hooks.ts'

/** Which two sides are meant, where there are more than two. */
export const BetweenTwo = ({ sides: [one, other] }: { sides: readonly [Side, Side] }) =>
  useProcess().sides.length > 2 && (
    <strong>
      {one.name} · {other.name}
    </strong>
  )
