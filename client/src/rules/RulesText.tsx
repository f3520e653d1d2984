import type { Rules } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Difference, Out } from '../ui/Difference.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import styles from './Rules.module.css'
import { RULE_SWITCHES, RULE_TEXTS } from './rows.ts'

type Props = {
  rules: Rules
  /** What these are a change of: what is different is marked. */
  before: Rules | null
}

/** The page as it is read: where it lies and who reads it, who decides, then what the parties say. */
export const RulesText = (props: Props) => {
  const { t } = useTranslation('rules')
  return (
    <div className={styles.page}>
      <Section title={t('host.title')}>
        <p>{t('host.text', { host: location.host })}</p>
        <ul className={styles.reads}>
          <li>{t('host.table')}</li>
          <li>{t('host.caucus')}</li>
          <li>{t('host.operator')}</li>
        </ul>
      </Section>
      <WhoDecides />
      <Agreed {...props} />
    </div>
  )
}

/** What the parties say, and nothing but that: what one version differs in from another. */
export const Agreed = ({ rules, before }: Props) => {
  const { t } = useTranslation('rules')
  return (
    <div className={styles.page}>
      {RULE_TEXTS.map(name => (
        <Section key={name} title={t(`text.${name}`)}>
          <p className={styles.words}>
            {before === null ? (
              rules[name] || t('silent')
            ) : (
              <Difference before={before[name]} now={rules[name]} none={t('silent')} />
            )}
          </p>
        </Section>
      ))}
      <Section title={t('attribution.label')}>
        <p>
          {before !== null && before.attribution !== rules.attribution && (
            <>
              <Out>{t(`attribution.${before.attribution}`)}</Out>{' '}
            </>
          )}
          {t(`attribution.${rules.attribution}`)}
        </p>
        {rules.attribution === 'side' && <p>{t('attribution.sideMeans')}</p>}
      </Section>
      <Section title={t('switches')}>
        <ul className={styles.switches}>
          {RULE_SWITCHES.map(name => (
            <li key={name}>
              <span>{t(`switch.${name}`)}</span>
              <strong>
                {before !== null && before[name] !== rules[name] && (
                  <>
                    <Out>{t(before[name] ? 'on' : 'off')}</Out>{' '}
                  </>
                )}
                {t(rules[name] ? 'on' : 'off')}
              </strong>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

const Section = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className={styles.section}>
    <h3 className={styles.heading}>{title}</h3>
    {children}
  </section>
)

const WhoDecides = () => {
  const { t } = useTranslation('rules')
  const { sides } = useProcess()
  return (
    <Section title={t('decides.title')}>
      <ul className={styles.sides}>
        {sides.map(side => (
          <li key={side.id}>
            <SideMark side={side} size={20} decorative />
            {side.name}: {t(side.decides ? 'decides.decides' : 'decides.advises')}
          </li>
        ))}
      </ul>
    </Section>
  )
}
