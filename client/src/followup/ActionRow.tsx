import { type Action, type Outcome, outcomeOf, type Side } from '@jointly/board'
import { Check, Circle, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { RoleTag } from '../ui/RoleTag.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { useDay, useToday } from './days.ts'
import styles from './FollowUp.module.css'

/** One action: what, by whom, until when, where it comes from, and what each deciding side says became of it. */
export const ActionRow = ({ action, onEdit }: { action: Action; onEdit: () => void }) => {
  const { t } = useTranslation('followUp')
  const process = useProcess()
  const outcome = outcomeOf(action, process)
  const deciding = process.sides.filter(side => side.decides)
  return (
    <li className={styles.row} aria-label={action.what}>
      <p className={styles.what}>{action.what}</p>
      <p className={styles.facts}>
        {outcome === null ? <Due on={action.due} /> : <strong>{t(`outcome.${outcome}`)}</strong>}
        {action.carried > 0 && <span className={styles.warn}>{t('actions.carried', { count: action.carried })}</span>}
      </p>
      <Owners action={action} sides={deciding} />
      <Traces action={action} />
      <ul className={styles.sides} aria-label={t('actions.sides')}>
        {deciding.map(side => (
          <Said key={side.id} action={action} side={side} />
        ))}
      </ul>
      <Buttons action={action} onEdit={onEdit} />
    </li>
  )
}

const Due = ({ on }: { on: string }) => {
  const { t } = useTranslation('followUp')
  const day = useDay()
  const today = useToday()
  return (
    <span className={on < today ? styles.late : undefined}>
      <time dateTime={on}>{t(on < today ? 'actions.overdue' : 'actions.due', { day: day(on) })}</time>
    </span>
  )
}

/** By name and side; a deciding side that nobody stands for is said aloud: joint owners carry joint work. */
const Owners = ({ action, sides }: { action: Action; sides: readonly Side[] }) => {
  const { t } = useTranslation('followUp')
  const process = useProcess()
  const owners = action.owners.flatMap(id => process.members.get(id) ?? [])
  const without = sides.filter(side => !owners.some(owner => owner.side === side.id))
  const sideOf = (id: string | null) => process.sides.find(side => side.id === id) ?? null
  return (
    <div className={styles.owners}>
      <span className={styles.label}>{t('actions.owners')}</span>
      {owners.map(({ id, name, side, role, left }) => (
        <RoleTag key={id} name={name} side={sideOf(side)} role={role} note={left ? t('actions.left') : null} />
      ))}
      {without.map(side => (
        <span key={side.id} className={styles.note}>
          {t('actions.nobodyOf', { side: side.name })}
        </span>
      ))}
    </div>
  )
}

const Traces = ({ action }: { action: Action }) => {
  const { t } = useTranslation('followUp')
  const board = useBoard()
  const cards = action.traces.flatMap(id => board.card(id) ?? [])
  if (cards.length === 0) return null
  return (
    <div className={styles.traces}>
      <span className={styles.label}>{t('actions.traces')}</span>
      <ul>
        {cards.map(card => (
          <li key={card.id}>{card.text === '' ? t('actions.erased') : card.text}</li>
        ))}
      </ul>
    </div>
  )
}

const Said = ({ action, side }: { action: Action; side: Side }) => {
  const { t } = useTranslation('followUp')
  const { members } = useProcess()
  const said = action.confirmed.get(side.id)
  return (
    <li className={styles.said}>
      <SideMark side={side} size={18} decorative />
      {said === undefined ? <Circle aria-hidden="true" /> : <Check className={styles.yes} aria-hidden="true" />}
      {said === undefined
        ? t('actions.notSaid', { side: side.name })
        : t(`actions.said.${said.outcome}`, { side: side.name, name: members.get(said.by)?.name ?? '' })}
    </li>
  )
}

const OUTCOMES = ['done', 'dropped'] as const satisfies readonly Outcome[]

/** Only what is mine to do now; a confirmation is of the version that I see. */
const Buttons = ({ action, onEdit }: { action: Action; onEdit: () => void }) => {
  const { t } = useTranslation('followUp')
  const me = useMe()
  const may = useMay()
  const { take, isPending } = useMove()
  const { id, version } = action
  const confirm = (outcome: Outcome) => ({ type: 'action.confirm', action: id, outcome, version }) as const
  const reopen = { type: 'action.reopen', action: id } as const
  // Any change would do: the rule looks at who asks, and that something is another.
  const mayChange = may({ type: 'action.update', action: id, change: { what: `${action.what}…`.slice(-500) } })
  return (
    <div className={styles.buttons}>
      {OUTCOMES.filter(outcome => may(confirm(outcome))).map(outcome => (
        <Button
          key={outcome}
          small
          variant={outcome === 'done' ? 'quiet' : 'plain'}
          isPending={isPending}
          aria-label={t('actions.forMySide', { act: t(`actions.confirm.${outcome}`), what: action.what })}
          onPress={() => void take(confirm(outcome))}
        >
          {t(`actions.confirm.${outcome}`)}
        </Button>
      ))}
      {me.side !== null && may(reopen) && (
        <Button small variant="plain" isPending={isPending} onPress={() => void take(reopen)}>
          <Undo2 aria-hidden="true" />
          {t('actions.reopen')}
        </Button>
      )}
      {mayChange && (
        <Button small variant="plain" aria-label={t('actions.editOne', { what: action.what })} onPress={onEdit}>
          {t('actions.edit')}
        </Button>
      )}
    </div>
  )
}
