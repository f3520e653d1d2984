import { holderOf, type Round, type Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { listed } from '../ui/listed.ts'
import { useMoment } from './useMoment.ts'

/** What the joint result waits for: sides that have yet to release, somebody who holds it back, rules that are not in force, or a silent side. */
export const Waiting = ({ round, mine }: { round: Round; mine: Side | undefined }) => {
  const { t } = useTranslation('rounds')
  const process = useProcess()
  const me = useMe()
  const { sides, rules } = process
  const time = useMoment()
  const deciding = sides.filter(({ id, decides }) => (round.of === null ? decides : id === round.of))
  const by = round.state.is === 'closed' && round.state.byTime ? round.closesAt : null
  const releases = round.state.is === 'closed' ? round.state.releases : new Map()
  const namesOf = (some: readonly Side[]) => listed(some.map(({ name }) => name))
  const answered = new Set(round.answered.values())
  const silent = deciding.filter(({ id }) => !answered.has(id))
  const awaited = namesOf(deciding.filter(({ id }) => !releases.has(id)))
  if (silent.length > 0) return <Banner>{t('closed.silent', { sides: namesOf(silent) })}</Banner>
  if (rules.inForce === null) return <Banner>{t('closed.rules')}</Banner>
  const holder = mine === undefined ? null : holderOf(process, round, mine.id)
  if (holder !== null)
    return (
      <Banner>
        {holder.id === me.id ? t('closed.heldByYou') : t('closed.heldBy', { name: holder.name })}{' '}
        {round.of === null && t('closed.waits', { sides: awaited })}
      </Banner>
    )
  if (round.of !== null) return <Banner>{t('closed.ownSide')}</Banner>
  if (mine !== undefined && releases.has(mine.id)) return <Banner>{t('closed.youReleased', { sides: awaited })}</Banner>
  return (
    <Banner>
      {by === null ? t('closed.wait') : t('closed.byTime', { time: time(by) })}{' '}
      {deciding
        .filter(({ id }) => releases.has(id))
        .map(({ name }) => t('closed.released', { side: name }))
        .join(' ')}{' '}
      {deciding
        .filter(({ id }) => holderOf(process, round, id) !== null)
        .map(({ name }) => t('closed.held', { side: name }))
        .join(' ')}{' '}
      {t('closed.waits', { sides: awaited })}
    </Banner>
  )
}
