import { seats } from '@jointly/board/report/seats.en'

export const common = {
  appName: 'Jointly',
  justNow: 'just now',
  loading: 'One moment…',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  notices: 'Notices',
  copy: 'Copy',
  copied: 'Copied.',
  copyByHand: 'This browser does not let a page copy. The link is selected: copy it with your own key.',
  forExample: 'For example',
  writtenByServer: 'Written by the server',
  neutral: 'Neutral, of no side',
  difference: { out: 'taken out:', in: 'put in:' },
  toHome: 'Jointly, to the start page',
  toStart: 'To the start page',
  skip: 'Skip to the content',
  theme: 'Colours',
  themeChoice: { system: 'As on this device', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageFailed: 'The words of {{language}} could not be fetched. Check your connection and try again.',
  role: {
    facilitator: 'Facilitator',
    'co-chair': 'Co-chair',
    member: 'Member',
    observer: 'Observer',
    guest: 'Guest',
  },
  /** What a seat is called in full. A side's own name stands as it is; the three usual ones read as words. */
  ...seats,
  /** What a role may do, in a line. */
  does: {
    facilitator: 'Facilitators open the stages, keep the clock and write down what is said. They speak for no side.',
    'co-chair':
      'Co-chairs contribute like every member, and for their side they admit people and confirm what it shares.',
    member: 'Members add facts, interests, options and criteria, and say what matters to them.',
    observer: 'Observers read everything on the table and write nothing. Everyone sees that they are here.',
    guest: 'Guests contribute what they know. They are not counted for a side.',
  },
  sideLetter: { union: 'U', management: 'M', community: 'C' },
  /** Keys that keyboards of this language name in their own way. */
  key: { Shift: 'Shift', Delete: 'Delete' },
  notFound: {
    title: 'There is no page here',
    text: 'The address may have lost a part on its way, or what stood here was moved. Links that were sent to you can be opened again as often as you like until they expire.',
  },
  broken: {
    title: 'This page stopped working',
    text: 'That is our fault, not yours. What was saved is safe on the server; reloading brings it back.',
    reload: 'Reload the page',
    details: 'What the browser says',
  },
} as const
