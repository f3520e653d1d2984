import { type RulesVersion, rulesVersions } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { listed } from '../ui/listed.ts'

type Props = { version: RulesVersion }

/** Whether a version holds, held for a while, waits for a side's yes, or never came into force. */
export const HowItStands = ({ version: { version, since } }: Props) => {
  const { t } = useTranslation('rules')
  const when = useWhen()
  const { rules } = useProcess()
  if (version === rules.proposed?.version) return t('versions.waits')
  if (since === null) return t('versions.never')
  const next = rulesVersions(rules).find(one => one.version > version && one.since !== null)
  return next === undefined || next.since === null
    ? t('versions.holds', { from: when(since) })
    : t('versions.held', { from: when(since), until: when(next.since) })
}

export const ProposedBy = ({ version: { by, at } }: Props) => {
  const { t } = useTranslation('rules')
  const when = useWhen()
  const { members } = useProcess()
  return t('versions.by', { name: members.get(by)?.name ?? '', when: when(at) })
}

/** Who said yes to it, for which side. */
export const AcceptedBy = ({ version: { accepted } }: Props) => {
  const { t } = useTranslation('rules')
  const { sides, members } = useProcess()
  const yes = sides.flatMap(side => {
    const by = accepted.get(side.id)
    return by === undefined ? [] : [t('versions.yes', { name: members.get(by)?.name ?? '', side: side.name })]
  })
  return yes.length === 0 ? t('versions.nobody') : t('versions.accepted', { names: listed(yes) })
}

/** Day and hour: of an agreement one asks when, not how long ago. */
const useWhen = (): ((at: string) => string) => {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return at => format.format(new Date(at))
}
