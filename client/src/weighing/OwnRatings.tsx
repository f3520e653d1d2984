import type { OwnProps } from './kindViews.tsx'
import { Matrix } from './Matrix.tsx'

export const OwnRatings = ({ round, side, own }: OwnProps) => {
  if (!('ratings' in own)) return null
  const { options, criteria } = round.subject
  return (
    <Matrix
      options={options.map(({ id }) => id)}
      criteria={criteria.map(({ id }) => id)}
      sides={[side]}
      ratings={own.ratings}
      scaleOf={() => round.scale}
      people={own.people}
    />
  )
}
