import type { RoundResult, Side } from '@jointly/board'
import { useProcess } from '../session/hooks.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './SideResults.module.css'

type SideResultsProps = {
  of: Pick<RoundResult, 'sides'>
  heading: 'h3' | 'h4'
  /** What stands beside a side's name. */
  note: (side: Side) => React.ReactNode
  children: (side: Side) => React.ReactNode
}

/** Each side by itself, as far as it is shown: nothing adds the sides up, and nothing is a majority. */
export const SideResults = ({ of, heading: Heading, note, children }: SideResultsProps) => {
  const { sides } = useProcess()
  return (
    <div className={styles.sides}>
      {sides
        .filter(({ id }) => of.sides[id] !== undefined)
        .map(side => (
          <section key={side.id} className={styles.side} style={sideStyle(side)} aria-label={side.name}>
            <Heading className={styles.name}>
              <SideMark side={side} size={20} decorative />
              {side.name}
              {note(side)}
            </Heading>
            {children(side)}
          </section>
        ))}
    </div>
  )
}
