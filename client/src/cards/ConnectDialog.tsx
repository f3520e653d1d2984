import { type CardView, type LinkView, mayUnlink, type Side } from '@jointly/board'
import { Check } from 'lucide-react'
import {
  Autocomplete,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  type Selection,
  useFilter,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCards, useLinksFrom, useMe, useProcess, useReadable, useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import list from '../ui/List.module.css'
import { SideMark } from '../ui/SideMark.tsx'
import type { CardDialogProps } from './CardDesk.tsx'
import styles from './ConnectDialog.module.css'

/** Picks the interests that an option serves: search, arrows, Enter; grouped by the side whose interest it is. */
export default function ConnectDialog({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { contains } = useFilter({ sensitivity: 'base' })
  const { erased } = useReadable(useSession().circumstances)
  const interests = useCards(one => one.kind === 'interest' && !one.gone && !erased?.has(one.id))
  const { links, toggle, isFixed } = useConnections(card)
  const groups = useGroups(interests)

  return (
    <Dialog
      title={t('serves.pickTitle')}
      onClose={onClose}
      wide
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('serves.done')}
        </Button>
      }
    >
      <p className={styles.option}>{card.text}</p>
      <p className={styles.hint}>{t('serves.pickHint')}</p>
      {interests.length === 0 ? (
        <p className={styles.hint}>{t('serves.noInterests')}</p>
      ) : (
        <Autocomplete filter={contains}>
          <SearchField className={classes(list.search)} autoFocus>
            <Label className="unseen">{t('serves.search')}</Label>
            <Input className={classes(list.input)} placeholder={t('serves.search')} />
          </SearchField>
          <ListBox
            className={classes(styles.list)}
            aria-label={t('serves.list')}
            selectionMode="multiple"
            // React Aria's Escape would take every connection away, and would never close the dialog.
            escapeKeyBehavior="none"
            selectedKeys={links.keys()}
            disabledKeys={interests.filter(({ id }) => isFixed(id)).map(({ id }) => id)}
            onSelectionChange={toggle}
            renderEmptyState={() => <p className={styles.hint}>{t('serves.nothingFound')}</p>}
          >
            {groups.map(({ side, cards }) => (
              <ListBoxSection key={side?.id ?? 'none'}>
                <Header className={classes(styles.group)}>
                  <SideMark side={side} size={18} decorative />
                  {side?.name}
                </Header>
                {cards.map(interest => (
                  <ListBoxItem
                    key={interest.id}
                    id={interest.id}
                    textValue={interest.text}
                    className={classes(list.item, styles.item)}
                  >
                    {({ isSelected }) => (
                      <>
                        <span className={styles.box}>{isSelected && <Check aria-hidden="true" />}</span>
                        <span className={styles.words}>{interest.text}</span>
                        {isFixed(interest.id) && <span className={styles.hint}>{t('serves.onlySuggested')}</span>}
                      </>
                    )}
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        </Autocomplete>
      )}
    </Dialog>
  )
}

/** The option's connections by interest; a connection that somebody else made is theirs to take away. */
const useConnections = (option: CardView) => {
  const { edits } = useSession()
  const me = useMe()
  const links: ReadonlyMap<string, LinkView> = new Map(useLinksFrom(option.id).map(link => [link.to, link]))
  const isFixed = (id: string) => {
    const link = links.get(id)
    return link !== undefined && !mayUnlink(me, link)
  }
  const toggle = (chosen: Selection) => {
    if (chosen === 'all') return
    for (const [interest, link] of links) if (!chosen.has(interest) && !isFixed(interest)) edits.disconnect(link.id)
    for (const interest of chosen)
      if (!links.has(String(interest))) edits.connect(option.id, interest as CardView['id']) // keys are card ids
  }
  return { links, toggle, isFixed }
}

const useGroups = (interests: readonly CardView[]): { side: Side | null; cards: CardView[] }[] => {
  const { sides } = useProcess()
  return [...sides, null].flatMap(side => {
    const cards = interests.filter(card => card.side === (side?.id ?? null))
    return cards.length === 0 ? [] : [{ side, cards }]
  })
}
