import { useTranslation } from 'react-i18next'
import type { Screen } from '../commands/command.ts'
import { Button } from '../ui/Button.tsx'

/** What a facilitator does about the step being looked at; others have nothing to press here. */
export const StageActions = ({ screen }: { screen: Screen }) => {
  const { t } = useTranslation('board')
  return screen.isFacilitator && !screen.isViewingPresent ? (
    <Button variant="primary" onPress={screen.openForAll}>
      {t('steps.openForAll')}
    </Button>
  ) : null
}
