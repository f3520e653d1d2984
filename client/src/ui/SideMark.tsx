import type { Role, Shape, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './SideMark.module.css'
import { sideStyle } from './sideStyle.ts'

/** Outline in a 24 x 24 box; how far below its middle the letter stands, and how large, both in parts of the box. */
type Mark = { path: string; drop: number; letter: number }
const SHAPE_MARKS = {
  circle: { path: 'M12 .5a11.5 11.5 0 1 0 0 23a11.5 11.5 0 1 0 0-23z', drop: 0.02, letter: 0.48 },
  square: {
    path: 'M4 .8h16a3.2 3.2 0 0 1 3.2 3.2v16a3.2 3.2 0 0 1-3.2 3.2h-16a3.2 3.2 0 0 1-3.2-3.2v-16a3.2 3.2 0 0 1 3.2-3.2z',
    drop: 0.02,
    letter: 0.48,
  },
  triangle: {
    path: 'M12 .8a1.6 1.6 0 0 1 1.4.8l10 19a1.6 1.6 0 0 1-1.4 2.4h-20a1.6 1.6 0 0 1-1.4-2.4l10-19a1.6 1.6 0 0 1 1.4-.8z',
    drop: 0.19,
    letter: 0.42,
  },
  hexagon: { path: 'M12 .2l10.6 5.9v11.8l-10.6 5.9l-10.6-5.9v-11.8z', drop: 0.02, letter: 0.48 },
  pentagon: { path: 'M12 .4l11.6 8.6l-4.4 14h-14.4l-4.4-14z', drop: 0.04, letter: 0.46 },
} as const satisfies Record<Shape, Mark>

const DIAMOND: Mark = { path: 'M12 0l12 12l-12 12l-12-12z', drop: 0.02, letter: 0.42 }
/** The same outlines for whoever draws them elsewhere than in this element. */
export const MARKS: Readonly<Record<Shape | 'diamond', Mark>> = { ...SHAPE_MARKS, diamond: DIAMOND }
const SHEET = 'M6 2.5h8.5L19 7v14.5H6zM14.5 2.5V7H19M9 12h7M9 16h7'
const TWO_LETTERS = 0.78

/** Neutral people by role; a role that is not named here has a dot. */
const NEUTRAL_LETTERS: Partial<Record<Role, string>> = { facilitator: 'F', observer: 'O', guest: 'G' }

export type SideMarkProps = {
  side: Pick<Side, 'name' | 'letter' | 'shape'> | null
  /** Written by the server itself, for nobody: neither a side's mark nor a person's. */
  system?: boolean
  /** Of somebody without a side: which letter the diamond holds. */
  role?: Role | undefined
  /** Height and width in CSS pixels at the default font size; it grows with the reader's. */
  size?: number
  /** The side's name stands right beside it: not read out twice. */
  decorative?: boolean
}

/**
 * A side's mark: its shape, letter and colour; a diamond for people without a side; a sheet for what the server wrote. The
 * letter is drawn by CSS, not text: it is not selected, copied or searched with the words beside it, nor a part of the name
 * of a button that holds the mark.
 */
export const SideMark = ({ side, system, role, size = 20, decorative }: SideMarkProps) => {
  const { t } = useTranslation('common')
  const name = system ? t('writtenByServer') : (side?.name ?? (role ? t(`role.${role}`) : t('neutral')))
  const letter = side?.letter ?? (role && NEUTRAL_LETTERS[role]) ?? '•'
  const mark: Mark = side ? SHAPE_MARKS[side.shape] : DIAMOND
  const style = {
    ...sideStyle(side),
    '--size': `${size / 16}rem`,
    '--drop': mark.drop,
    '--letter': mark.letter * (letter.length > 1 ? TWO_LETTERS : 1),
  }
  return (
    <span
      className={classes(styles.mark)}
      style={style}
      role="img"
      aria-label={name}
      aria-hidden={decorative}
      data-letter={system ? undefined : letter}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path className={system ? styles.sheet : styles.shape} d={system ? SHEET : mark.path} />
      </svg>
    </span>
  )
}
