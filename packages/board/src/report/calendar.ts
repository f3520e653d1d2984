import { encodeUtf8 } from 'lib0/string'
import { clean } from '../clean.ts'
import { openActions, plannedReviews } from '../followup/process.ts'
import type { Process } from '../process.ts'
import type { ReportLanguage } from './language.ts'
import { REPORT_WORDS } from './words/index.ts'

/** RFC 5545, 3.1: a line is at most 75 bytes, without its end. */
const MOST_BYTES = 75

/** A longer line goes on behind a break and a space; a letter of several bytes is never cut. */
const folded = (line: string): string => {
  const parts: string[] = ['']
  let bytes = 0
  for (const letter of line) {
    const size = encodeUtf8(letter).length
    if (bytes + size > MOST_BYTES) {
      parts.push('')
      // The space at its beginning counts.
      bytes = 1
    }
    parts[parts.length - 1] += letter
    bytes += size
  }
  return parts.join('\r\n ')
}

/** RFC 5545, 3.3.11: what would end a value or a line is written with a backslash. */
const text = (words: string): string =>
  clean(words)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const day = (on: string): string => on.replaceAll('-', '')
const instant = (at: string): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`

type Entry = {
  readonly uid: string
  readonly on: string
  /** When it last changed, ISO 8601: without a METHOD that is what DTSTAMP says (RFC 5545, 3.8.7.2). */
  readonly at: string
  readonly revision: number
  readonly summary: string
  readonly description: string
}

const event = ({ uid, on, at, revision, summary, description }: Entry, url: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${instant(at)}`,
  `SEQUENCE:${revision}`,
  // A day without an end is that one day (3.6.1); the one after the last of the year 9999 cannot be written.
  `DTSTART;VALUE=DATE:${day(on)}`,
  `SUMMARY:${text(summary)}`,
  `DESCRIPTION:${text(description)}`,
  `URL:${url}`,
  // A day by which something is due leaves everybody's day free.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** RFC 5545, 3.6: a calendar holds at least one component. This one shows nothing, and stands while nothing is open. */
const NOTHING_OPEN = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
]

/**
 * [R7] What is due and when the parties meet again, as a calendar to subscribe to (RFC 5545): a day's entry for each open
 * action and each planned meeting. What is over or cancelled is not in it, so a calendar that asks again loses it. No METHOD:
 * that is for invitations, which RFC 5546 wants an organizer of.
 * `url` leads to the board.
 */
export const calendar = (process: Process, { url, language }: { url: string; language: ReportLanguage }): string => {
  const { calendar: say } = REPORT_WORDS[language]
  const names = (ids: readonly string[]) =>
    [...process.members.values()]
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ')
  const due = openActions(process).map(
    (action): Entry => ({
      uid: `action-${action.id}.${process.board}@jointly`,
      ...{ on: action.due, at: action.changedAt, revision: action.version - action.id },
      summary: say.due(action.what),
      description: say.owners(names(action.owners)),
    }),
  )
  const meetings = plannedReviews(process.followUp).map(
    (review): Entry => ({
      uid: `review-${review.id}.${process.board}@jointly`,
      ...{ on: review.on, at: review.at, revision: 0 },
      summary: say.meeting(process.title),
      description: review.about ?? '',
    }),
  )
  const entries = [...due, ...meetings]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jointly//Follow-up//EN',
    `X-WR-CALNAME:${text(process.title)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...(entries.length === 0 ? NOTHING_OPEN : entries.flatMap(entry => event(entry, url))),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')
}
