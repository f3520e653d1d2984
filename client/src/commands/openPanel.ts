import { createContext, useContext } from 'react'
import type { PanelId } from './command.ts'

/** How something deep in the board opens a panel over it: where one cannot write yet, the way to what is to be read first. */
export const OpenPanel = createContext<(panel: PanelId) => void>(() => {})
export const useOpenPanel = (): ((panel: PanelId) => void) => useContext(OpenPanel)
