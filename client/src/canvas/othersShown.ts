import { rememberedSwitch } from '../session/remembered.ts'

/** Whether others' cursors and selections are drawn. */
export const othersShown = rememberedSwitch('jointly.others-on-canvas', 'on')
