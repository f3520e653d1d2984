import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '../session/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import { PeopleMarks } from './PeopleMarks.tsx'

// The board stands before its panels can open: what opens them comes a moment later, and looks the same meanwhile.
const PopoverButton = lazy(async () => ({ default: (await import('../ui/PopoverButton.tsx')).PopoverButton }))
const PeoplePanel = lazy(async () => ({ default: (await import('./PeoplePanel.tsx')).PeoplePanel }))

export type PeopleButtonProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onInvite: (() => void) | null
}

/** Who is here, at a glance; one press names everybody. */
export const PeopleButton = ({ isOpen, onOpenChange, onInvite }: PeopleButtonProps) => {
  const { t } = useTranslation('people')
  const people = usePresence()
  const invite = () => {
    onOpenChange(false)
    onInvite?.()
  }
  return (
    <Suspense fallback={<PeopleMarks people={people} />}>
      <PopoverButton
        label={t('button', { count: people.length })}
        panel={t('title')}
        face={<PeopleMarks people={people} />}
        isOpen={isOpen}
        onOpenChange={onOpenChange}
      >
        <Suspense fallback={<Loading />}>
          <PeoplePanel onInvite={onInvite === null ? null : invite} />
        </Suspense>
      </PopoverButton>
    </Suspense>
  )
}
