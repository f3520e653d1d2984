import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from './i18n/index.ts'
import { Spoken } from './i18n/Spoken.tsx'
import { reloadForMissingParts } from './missing-parts.ts'
import { Routes } from './routes.tsx'
import { startTheme } from './ui/theme.ts'

startTheme()
reloadForMissingParts()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
// No top-level await: a chunk that is fetched meanwhile may import from this one, and would wait for it for ever.
void startI18n().then(() =>
  createRoot(root).render(
    <StrictMode>
      <Spoken>
        <Routes />
      </Spoken>
    </StrictMode>,
  ),
)
