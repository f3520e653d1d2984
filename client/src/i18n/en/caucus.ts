/** What is said of the guests of a caucus. */
export const caucus = {
  asked: {
    said: '{{side}} asks you into its caucus.',
    open: 'Go in as a guest…',
    title: '{{side}} asks you into its caucus',
    means:
      'You see everything that lies in that room, from earlier caucuses too, and can write there under your name. Nobody outside the side learns that you are there.',
    ends: 'When the caucus ends, you are out. What is there lies on {{host}}; whoever runs that server can read it.',
    enter: 'Go in',
    here: 'You are a guest here, until the caucus ends.',
  },
  readersShort_one: 'Only {{count}} person can read this, and whoever runs {{host}}.',
  readersShort_other: 'Only {{count}} people can read this, and whoever runs {{host}}.',
  guests: {
    ask: 'Guests…',
    askHelp: 'Ask a guest of your side in until the caucus ends.',
    title: 'Guests in this caucus',
    means:
      'A guest who is asked in sees everything in this room, from its beginning, and can write. They are out when the caucus ends, and nobody outside learns of it.',
    none: 'No guest sits with your side. A link from the team page seats one.',
  },
} as const
