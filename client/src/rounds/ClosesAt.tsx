import { useTranslation } from 'react-i18next'
import { serverNow } from '../session/clock.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

const MINUTES = ['3', '5', '10', '20', '60'] as const
/** When a round closes by itself: never, in so many minutes, or at a moment that is typed. */
export type Closing = { readonly when: 'never' | 'at' | (typeof MINUTES)[number]; readonly typed: string }
export const NEVER: Closing = { when: 'never', typed: '' }

/** The moment that was chosen, reckoned from now; undefined for none, null where what was typed is none that lies ahead. */
export const closesAt = ({ when, typed }: Closing): string | undefined | null => {
  if (when === 'never') return undefined
  const ms = when === 'at' ? Date.parse(typed) : serverNow() + Number(when) * 60_000
  return Number.isFinite(ms) && ms > serverNow() ? new Date(ms).toISOString() : null
}

export const ClosesAtChoice = ({ value, onChange }: { value: Closing; onChange: (closing: Closing) => void }) => {
  const { t } = useTranslation('rounds')
  const isWrong = value.when === 'at' && value.typed !== '' && closesAt(value) === null
  return (
    <>
      <Select
        label={t('ask.closes')}
        value={value.when}
        onChange={when => onChange({ ...value, when })}
        options={[
          { id: 'never', label: t('ask.closesNever') },
          ...MINUTES.map(id => ({ id, label: t('ask.closesIn', { count: Number(id) }) })),
          { id: 'at', label: t('ask.closesAt') },
        ]}
      />
      {value.when === 'at' && (
        <TextField
          type="datetime-local"
          label={t('ask.closesWhen')}
          value={value.typed}
          onChange={typed => onChange({ ...value, typed })}
          error={isWrong ? t('ask.closesBad') : undefined}
        />
      )}
    </>
  )
}
