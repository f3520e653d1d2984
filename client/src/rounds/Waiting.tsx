import type { Round, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { listed } from '../ui/listed.ts'
import { useMoment } from './useMoment.ts'

/** By what the joint result is held: sides that have yet to release, rules that are not in force, or a silent side. */
export const Waiting = ({ round, mine }: { round: Round; mine: Side | undefined }) => {
  const { t } = useTranslation('rounds')
  const { sides, rules } = useProcess()
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
  if (round.of !== null) return <Banner>{t('closed.ownSide')}</Banner>
  if (mine !== undefined && releases.has(mine.id)) return <Banner>{t('closed.youReleased', { sides: awaited })}</Banner>
  return (
    <Banner>
      {by === null ? t('closed.wait') : t('closed.byTime', { time: time(by) })}{' '}
      {deciding
        .filter(({ id }) => releases.has(id))
        .map(({ name }) => t('closed.released', { side: name }))
        .join(' ')}{' '}
      {t('closed.waits', { sides: awaited })}
    </Banner>
  )
}
