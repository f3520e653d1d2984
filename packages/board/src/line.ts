import { z } from 'zod'

/**
 * Signs that are not seen, and those that turn the direction of what stands behind them: with one of these a name looks like
 * another's, or the rest of its line reads as somebody else's. What joins or parts letters in some scripts and in emoji stays.
 */
const UNSEEN = /(?!\u200c|\u200d|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu
/** Something of it can be seen. */
const SEEN = /(?!\u2800)[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/u

const inOneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').trim()

/** [P7] What a person, a side, a team or a board is called: one line of at most so many letters, of which what is not seen is taken out. */
export const line = (most: number) => z.string().overwrite(inOneLine).max(most).regex(SEEN, 'nothing of it can be seen')
