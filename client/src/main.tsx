import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { LANGUAGE, startI18n } from './i18n/index.ts'
import { reloadForMissingParts } from './missing-parts.ts'
import { Routes } from './routes.tsx'
import { startTheme } from './ui/theme.ts'

startTheme()
startI18n()
reloadForMissingParts()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    {/* React Aria's own words in the language of ours, not of the browser. */}
    <I18nProvider locale={LANGUAGE}>
      <Routes />
    </I18nProvider>
  </StrictMode>,
)
