import { type CardView, endsOf, type LinkView, linkStanding, mayUnlink, type SideId } from '@jointly/board'
import { Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CardTag } from '../cards/CardTag.tsx'
import { excerpt } from '../cards/excerpt.ts'
import { useBlock, useBoard, useMe, usePart, useProcess, useReadable, useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { keysLabel } from '../ui/keys.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { CardCounts } from './CardCounts.tsx'
import styles from './Details.module.css'
import { detailsShown } from './detailsShown.ts'
import { useDoables } from './doables.ts'
import { lookAtCard } from './looking.ts'
import { useSurface } from './surfaceContext.ts'
import { isCard, type Thing } from './thing.ts'

/**
 * What is selected, and what can be done with it. It never takes the focus, and steps away while something is dragged or
 * a tool is in hand.
 */
export const Details = () => {
  const surface = useSurface()
  const isShown = useReadable(detailsShown)
  const isDragging = usePart(surface.drag, drag => drag !== null)
  const isFree = usePart(surface.tool, tool => tool === 'select')
  useReadable(surface.selected)
  useBoard() // What is shown is as it stands now.
  const things = surface.selected.get().size === 0 ? [] : surface.things()
  return isShown && isFree && !isDragging && things.length > 0 ? <Panel things={things} /> : null
}

const Panel = ({ things }: { things: readonly Thing[] }) => {
  const { t } = useTranslation('canvas')
  const [first] = things
  const alone = things.length === 1 && first !== undefined && isCard(first) ? first : null
  return (
    <SidePanel
      className={styles.panel}
      label={t('details.label')}
      title={alone === null ? t('details.several', { count: things.length }) : <Kind card={alone} />}
      closeLabel={t('details.hide')}
      onClose={() => detailsShown.set(false)}
      data-over
      data-sheet
    >
      {alone === null ? <Counts things={things} /> : <OneCard card={alone} />}
      <Actions things={things} />
    </SidePanel>
  )
}

const Kind = ({ card }: { card: CardView }) => useTranslation('cards').t(`kind.${card.kind}`)

const OneCard = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('cards')
  return (
    <>
      <p className={styles.words}>{excerpt(card.text, 160)}</p>
      <p className={styles.tag}>
        <CardTag card={card} />
        <CardCounts card={card} />
      </p>
      {card.anchor !== undefined && <p className={styles.soft}>{t('anchor', { anchor: card.anchor })}</p>}
      {card.source !== undefined && <p className={styles.soft}>{t('source', { source: card.source })}</p>}
      {card.image !== undefined && (
        <p className={styles.soft}>{t('picture.named', { alt: card.alt ?? t('picture.noAlt') })}</p>
      )}
      <Links card={card} />
    </>
  )
}

/** What the card is connected with; the connections that this person may take away can be. */
const Links = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const { links } = useBoard()
  const found = links.flatMap(link => {
    const other = link.from === card.id ? link.to : link.to === card.id ? link.from : null
    const end = other === null ? undefined : surface.card(other)
    return end === undefined ? [] : [{ link, end }]
  })
  return found.length === 0 ? null : (
    <ul className={styles.links} aria-label={t('details.links')}>
      {found.map(({ link, end }) => (
        <Connection key={link.id} link={link} card={card} end={end} />
      ))}
    </ul>
  )
}

const Connection = ({ link, card, end }: { link: LinkView; card: CardView; end: CardView }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const { edits } = useSession()
  const me = useMe()
  const process = useProcess()
  const isBlocked = useBlock() !== null
  const way = link.kind === 'relates' ? 'with' : link.from === card.id ? 'serves' : 'servedBy'
  const text = excerpt(end.text, 60)
  const { is } = linkStanding(link, endsOf(link, surface), process)
  return (
    <li className={styles.link}>
      <button type="button" className={styles.end} onClick={() => lookAtCard(surface, end)}>
        <span className={styles.soft}>
          {t(`details.${way}`)}
          {link.kind === 'serves' && ` · ${t(`link.${is}`)}`}
        </span>
        {text}
      </button>
      {!isBlocked && mayUnlink(me, link) && (
        <IconButton label={t('details.unlink', { text })} onPress={() => edits.disconnect(link.id)}>
          <Unlink aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}

/** Of several: how many of each kind, and of each side. */
const Counts = ({ things }: { things: readonly Thing[] }) => {
  const { t } = useTranslation('canvas')
  const { t: cards } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const { sides } = useProcess()
  const kinds = Map.groupBy(things, ({ kind }) => kind)
  const bySide = Map.groupBy(things, ({ side }): SideId | null => side)
  return (
    <ul className={styles.counts}>
      {[...kinds].map(([kind, of]) => (
        <li key={kind}>
          {kind === 'frame' || kind === 'ink' ? t(`details.${kind}`) : cards(`kind.${kind}`)} <b>{of.length}</b>
        </li>
      ))}
      {[...bySide].map(([id, of]) => {
        const side = sides.find(one => one.id === id) ?? null
        return (
          <li key={id ?? 'none'}>
            <SideMark side={side} size={18} decorative /> {side?.name ?? common('neutral')} <b>{of.length}</b>
          </li>
        )
      })}
    </ul>
  )
}

const Actions = ({ things }: { things: readonly Thing[] }) => {
  const { t } = useTranslation('canvas')
  const all = useDoables()
    .inMenu(things)
    .filter(({ id }) => id !== 'details')
  const inLine = all.filter(({ arranges }) => arranges)
  return (
    <>
      {inLine.length > 0 && (
        <fieldset className={styles.arrange} aria-label={t('details.arrange')}>
          {inLine.map(({ id, label, Icon, run }) => (
            <IconButton key={id} label={label} onPress={run}>
              {Icon !== undefined && <Icon aria-hidden="true" />}
            </IconButton>
          ))}
        </fieldset>
      )}
      <div className={styles.actions}>
        {all
          .filter(({ arranges }) => !arranges)
          .map(({ id, label, keys, Icon, run }) => (
            <Button key={id} small variant="plain" onPress={run}>
              {Icon !== undefined && <Icon aria-hidden="true" />}
              <span className={styles.label}>{label}</span>
              {keys !== undefined && (
                <span className={styles.keys} aria-hidden="true">
                  {keysLabel(keys)}
                </span>
              )}
            </Button>
          ))}
      </div>
    </>
  )
}
