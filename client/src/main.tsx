import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from './i18n/index.ts'
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
    <Routes />
  </StrictMode>,
)
