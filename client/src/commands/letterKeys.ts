import { rememberedSwitch } from '../session/remembered.ts'

/** Whether single letters are commands. Off for whoever dictates, or leans on the keyboard. */
export const letterKeys = rememberedSwitch('jointly.letter-keys', 'on')
