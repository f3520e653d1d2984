import { type Anonymity, countOf, KINDS, type RoundKind, type Side, shownOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { listed } from '../ui/listed.ts'

/**
 * What asking cannot bring, said before one asks: a side in which nobody can answer, and one too small to be shown without
 * names ([Q17]).
 */
export const WhoCanAnswer = ({ kind, anonymity }: { kind: RoundKind; anonymity: Anonymity }) => {
  const { t } = useTranslation('rounds')
  const { sides, members } = useProcess()
  const me = useMe()
  const asked = sides
    .filter(({ id }) => KINDS[kind].asks === 'everybody' || id === me.side)
    .map(side => ({ ...side, count: countOf(side.id, members.values()) }))
  const namesOf = (some: readonly Side[]) => listed(some.map(({ name }) => name))
  const empty = asked.filter(({ decides, count }) => decides && count === 0)
  const small = asked.filter(({ count }) => count > 0 && shownOf({ anonymity, answered: count }) === 'answered')
  return (
    <>
      {empty.length > 0 && <Banner kind="bad">{t('ask.empty', { sides: namesOf(empty) })}</Banner>}
      {small.length > 0 && <Banner>{t('ask.small', { sides: namesOf(small) })}</Banner>}
    </>
  )
}
