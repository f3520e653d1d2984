import type { Role } from '@jointly/board'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePresence, useProcess } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import styles from './PeopleButton.module.css'
import { PeoplePanel } from './PeoplePanel.tsx'
import { PersonMark } from './PersonMark.tsx'

/** Marks that fit beside each other; the others are counted. */
const SHOWN = 5

export type PeopleButtonProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onInvite: (() => void) | null
}

/** Who is here, at a glance; one press names everybody. */
export const PeopleButton = ({ isOpen, onOpenChange, onInvite }: PeopleButtonProps) => {
  const { t } = useTranslation('people')
  const people = usePresence()
  const { sides } = useProcess()
  const sideOf = (id: string | null) => sides.find(side => side.id === id) ?? null
  const ordered = [...people].sort((a, b) => rank(a.side) - rank(b.side))
  function rank(id: string | null) {
    const at = sides.findIndex(side => side.id === id)
    return at < 0 ? sides.length : at
  }
  const shown = ordered.length > SHOWN ? ordered.slice(0, SHOWN - 1) : ordered
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <AriaButton className={classes(styles.button)} aria-label={t('button', { count: people.length })}>
        {shown.map(person => (
          <span key={person.id} className={styles.person} title={person.name}>
            <PersonMark name={person.name} side={sideOf(person.side)} role={person.role as Role} />
          </span>
        ))}
        {shown.length < ordered.length && (
          <span className={classes(styles.person, styles.more)}>
            {t('more', { count: ordered.length - shown.length })}
          </span>
        )}
      </AriaButton>
      <Popover className={classes(styles.popover)} placement="bottom end" offset={6}>
        <Dialog className={classes(styles.dialog)} aria-label={t('title')}>
          <PeoplePanel
            onInvite={
              onInvite === null
                ? null
                : () => {
                    onOpenChange(false)
                    onInvite()
                  }
            }
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
