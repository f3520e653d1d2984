import { mustAcknowledge, NO_RULES, type Process } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useOpenPanel } from '../commands/openPanel.ts'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { useMay } from '../session/useMay.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useSideList } from '../ui/seatWords.ts'

/** Until ground rules are in force the board says so; to a newcomer it says that they are, and leads there. */
export const RulesBanner = () => {
  const { t } = useTranslation('board')
  const process = useProcess()
  const me = useMe()
  const { opened } = useSession()
  const open = useOpenPanel()
  const { proposed, inForce } = process.rules

  if (mustAcknowledge(process, me) && me.role !== 'observer')
    return (
      <Banner action={<Read label={t('rules.read')} onPress={() => open('rules')} />}>{t('rules.newcomer')}</Banner>
    )
  if (proposed !== null)
    return (
      <Banner action={<Read label={t('rules.read')} onPress={() => open('rules')} />}>
        <Waiting process={process} />
      </Banner>
    )
  // For practice nobody needs them; whoever wants to practise this too finds it in the menu.
  if (inForce !== null || opened.board.practice) return null
  return <NoRules />
}

const NoRules = () => {
  const { t } = useTranslation('board')
  const open = useOpenPanel()
  const mayPropose = useMay()({ type: 'rules.propose', rules: NO_RULES })
  return (
    <Banner action={mayPropose && <Read label={t('rules.begin')} onPress={() => open('rules')} />}>
      {t('rules.none')}
    </Banner>
  )
}

const Read = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <Button small onPress={onPress}>
    {label}
  </Button>
)

const Waiting = ({ process: { rules, sides } }: { process: Process }) => {
  const { t } = useTranslation('board')
  const list = useSideList()
  const missing = sides.filter(side => side.decides && !rules.proposed?.accepted.has(side.id))
  return t('rules.proposed', { sides: list(missing) })
}
