import { type Action, type CardId, type MemberId, present } from '@jointly/board'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isDay } from './days.ts'
import styles from './FollowUp.module.css'

/** Adds an action, or changes one: what is not changed is not sent, so that two people at once keep each other's changes. */
export const ActionDialog = ({ action, onClose }: { action: Action | null; onClose: () => void }) => {
  const { t } = useTranslation('followUp')
  const { take, isPending } = useMove()
  const form = useId()
  const [what, setWhat] = useState(action?.what ?? '')
  const [due, setDue] = useState(action?.due ?? '')
  const [owners, setOwners] = useState<ReadonlySet<MemberId>>(new Set(action?.owners))
  const [traces, setTraces] = useState<ReadonlySet<CardId>>(new Set(action?.traces))
  const [isTried, setTried] = useState(false)
  const wrong = {
    what: what.trim() === '' || what.trim().length > 500,
    due: !isDay(due),
    owners: owners.size === 0,
  }

  const save = async () => {
    setTried(true)
    if (wrong.what || wrong.due || wrong.owners) return
    const fields = { what: what.trim(), due, owners: [...owners], traces: [...traces] }
    const change = action === null ? fields : differentFrom(action, fields)
    if (Object.keys(change).length === 0) return onClose()
    const move =
      action === null
        ? ({ type: 'action.add', action: fields } as const)
        : ({ type: 'action.update', action: action.id, change } as const)
    if (await take(move)) onClose()
  }

  return (
    <Dialog
      title={t(action === null ? 'actions.addTitle' : 'actions.editTitle')}
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form={form} isPending={isPending}>
          {t(action === null ? 'actions.addOne' : 'save')}
        </Button>
      }
    >
      <Form id={form} onSubmit={() => void save()}>
        {action !== null && action.confirmed.size > 0 && <p className={styles.note}>{t('actions.voids')}</p>}
        <TextField
          label={t('actions.what')}
          multiline
          rows={2}
          value={what}
          onChange={setWhat}
          maxLength={500}
          error={isTried && wrong.what ? t('actions.needsWhat') : undefined}
        />
        <TextField
          label={t('actions.dueLabel')}
          type="date"
          value={due}
          onChange={setDue}
          error={isTried && wrong.due ? t('needsDay') : undefined}
        />
        <OwnersField
          chosen={owners}
          onChange={setOwners}
          error={isTried && wrong.owners ? t('actions.needsOwner') : undefined}
        />
        <TracesField chosen={traces} onChange={setTraces} />
      </Form>
    </Dialog>
  )
}

const differentFrom = <Fields extends object>(before: Fields, fields: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Fields]),
    ),
  ) as Partial<Fields>

type ChoiceProps<Id> = { chosen: ReadonlySet<Id>; onChange: (chosen: ReadonlySet<Id>) => void }

type GroupProps<Id> = ChoiceProps<Id> & {
  title: string
  of: readonly { readonly id: Id; readonly label: string }[]
}

const Group = <Id extends string>({ title, of, chosen, onChange }: GroupProps<Id>) => {
  const choose = (id: Id, isIn: boolean) =>
    onChange(new Set(isIn ? [...chosen, id] : [...chosen].filter(one => one !== id)))
  return (
    <section aria-label={title} className={styles.bench}>
      <p className={styles.label}>{title}</p>
      {of.map(({ id, label }) => (
        <Checkbox key={id} label={label} isSelected={chosen.has(id)} onChange={isIn => choose(id, isIn)} />
      ))}
    </section>
  )
}

/** Everybody at the table by side. */
const OwnersField = ({ error, ...choice }: ChoiceProps<MemberId> & { error?: string | undefined }) => {
  const { t } = useTranslation('followUp')
  const { members, sides } = useProcess()
  const here = present(members.values()).filter(({ role }) => role !== 'observer')
  const benches = [...sides, null].map(side => ({
    name: side?.name ?? t('actions.noSide'),
    people: here.filter(member => member.side === (side?.id ?? null)),
  }))
  return (
    <fieldset className={styles.choose}>
      <legend>{t('actions.ownersLabel')}</legend>
      <p className={styles.note}>{t('actions.ownersHint')}</p>
      <div className={styles.benches}>
        {benches
          .filter(({ people }) => people.length > 0)
          .map(({ name, people }) => (
            <Group key={name} title={name} of={people.map(({ id, name }) => ({ id, label: name }))} {...choice} />
          ))}
      </div>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

const TRACED = ['fact', 'interest', 'option'] as const

/** Findings, interests and options on the table, folded until somebody looks for them. */
const TracesField = (choice: ChoiceProps<CardId>) => {
  const { t } = useTranslation('followUp')
  const { cards } = useBoard()
  const groups = TRACED.map(kind => ({ kind, cards: cards.filter(card => card.kind === kind && !card.gone) })).filter(
    group => group.cards.length > 0,
  )
  if (groups.length === 0) return null
  return (
    <details className={styles.choose} open={choice.chosen.size > 0}>
      <summary>{t('actions.tracesLabel', { count: choice.chosen.size })}</summary>
      {groups.map(({ kind, cards: those }) => (
        <Group
          key={kind}
          title={t(`actions.traced.${kind}`)}
          of={those.map(({ id, text }) => ({ id, label: text }))}
          {...choice}
        />
      ))}
    </details>
  )
}
