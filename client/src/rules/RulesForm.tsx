import type { Rules } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../ui/Choices.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Rules.module.css'
import { ATTRIBUTIONS, RULE_SWITCHES, RULE_TEXTS } from './rows.ts'

const MOST = 2000

type Props = { id: string; from: Rules; onPropose: (rules: Rules) => void }

/** The page as a form. It starts from what holds, or from a draft that the parties make their own. */
export const RulesForm = ({ id, from, onPropose }: Props) => {
  const { t } = useTranslation('rules')
  const [rules, setRules] = useState(from)
  const change = (part: Partial<Rules>) => setRules(before => ({ ...before, ...part }))
  const tooLong = (text: string) => text.trim().length > MOST
  return (
    <form
      id={id}
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (!RULE_TEXTS.some(name => tooLong(rules[name]))) onPropose(rules)
      }}
    >
      {RULE_TEXTS.map(name => (
        <TextField
          key={name}
          multiline
          rows={4}
          label={t(`text.${name}`)}
          value={rules[name]}
          onChange={text => change({ [name]: text })}
          error={tooLong(rules[name]) ? t('tooLong') : undefined}
        />
      ))}
      <Choices
        label={t('attribution.label')}
        value={rules.attribution}
        onChange={attribution => change({ attribution })}
        options={ATTRIBUTIONS.map(id => ({
          id,
          label: t(`attribution.${id}`),
          description: t(`attribution.${id}Means`),
        }))}
      />
      {RULE_SWITCHES.map(name => (
        <Switch
          key={name}
          label={t(`switch.${name}`)}
          description={t(`switchMeans.${name}`)}
          isSelected={rules[name]}
          onChange={on => change({ [name]: on })}
        />
      ))}
    </form>
  )
}
