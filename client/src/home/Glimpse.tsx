import { useTranslation } from 'react-i18next'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './Glimpse.module.css'
import { firstDrafts, type SideDraft } from './sideDrafts.ts'

/** Three cards as they look on a board, so that a newcomer sees in a second what a paragraph says. */
export const Glimpse = () => {
  const { t } = useTranslation(['home', 'common'])
  const [union, management] = firstDrafts(id => ({
    name: t(`common:sideName.${id}`),
    letter: t(`common:sideLetter.${id}`),
  }))
  if (union === undefined || management === undefined) return null
  return (
    <figure className={styles.glimpse}>
      <div className={styles.cards}>
        <GlimpseCard sides={[union]} words={t('glimpse.union')} by={union.name} />
        <GlimpseCard sides={[union, management]} words={t('glimpse.mutual')} by={t('glimpse.both')} />
        <GlimpseCard sides={[management]} words={t('glimpse.management')} by={management.name} />
      </div>
      <figcaption className={styles.caption}>{t('glimpse.caption')}</figcaption>
    </figure>
  )
}

const GlimpseCard = ({ sides, words, by }: { sides: readonly SideDraft[]; words: string; by: string }) => (
  <div className={styles.card}>
    {sides.map(side => (
      <span key={side.id} className={styles.edge} style={sideStyle(side)} />
    ))}
    <p className={styles.words}>{words}</p>
    <p className={styles.by}>
      {sides.map(side => (
        <SideMark key={side.id} side={side} size={18} decorative />
      ))}
      {by}
    </p>
  </div>
)
