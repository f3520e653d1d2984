export const rounds = {
  /** What is told of answers, by what they are (`rounds/shownAs.ts`). */
  as: {
    numbers: {
      anonymity: {
        named: 'With names',
        side: 'With the side alone',
        none: 'As a mean alone',
      },
      anonymityMeans: {
        named: 'Whoever sees the result sees who answered what. It shows where to ask why.',
        side: 'Single answers are shown, without a name. Of fewer than four answers of a side only how many answered.',
        none: 'No single answer is shown, only each side’s mean. Of fewer than four answers only how many answered.',
      },
      all: 'How your answers spread',
      allMeans: {
        named: 'Every answer, with the name of whoever gave it.',
        side: 'Every answer, without names.',
        none: 'How many answered, their mean, and how far your answers lie apart.',
      },
      least: 'Your side’s mean alone',
      leastMeans: 'How many answered and their mean, not how you differ among yourselves.',
    },
    signals: {
      anonymity: { named: 'With names', side: 'With the side alone', none: 'Where each side stands, and no more' },
      anonymityMeans: {
        named: 'Whoever sees the result sees who said what, and why.',
        side: 'Signals and reasons are shown without a name. Of fewer than four answers of a side only how many answered.',
        none: 'No signal and no reason is shown. Of fewer than four answers of a side only how many answered.',
      },
      all: 'Signals and reasons',
      allMeans: {
        named: 'Who said what, and why, with names.',
        side: 'How many said what, and the reasons, without names.',
        none: 'Where your side stands, and no more.',
      },
      least: 'Where your side stands, and no more',
      leastMeans: 'Not how you differ among yourselves, and no reasons.',
    },
    steps: {
      anonymity: { named: 'With names', side: 'With the side alone', none: 'As a mean alone' },
      anonymityMeans: {
        named: 'Whoever sees the result sees who said what, and why.',
        side: 'How many said which is shown, and reasons without a name. Of fewer than four answers of a side only how many answered.',
        none: 'Only each side’s mean on the five steps, and no reason. Of fewer than four answers only how many answered.',
      },
      all: 'How many said which, and why',
      allMeans: {
        named: 'Who said which, and why, with names.',
        side: 'How many said which, and the reasons, without names.',
        none: 'How many answered, and their mean.',
      },
      least: 'Your side’s mean alone',
      leastMeans: 'How many answered and their mean, not how you differ among yourselves, and no reasons.',
    },
  },

  /** Where the ground rules show the other sides the side alone. */
  namedToOwnSide:
    'Your own side sees who answered what. The others see the side alone, as the ground rules have it; the record still holds the names.',

  ask: {
    who: 'How are the answers shown?',
    whoMore: 'It is fixed now, shown to everybody while they answer, and cannot be changed afterwards.',
    closes: 'When does it close?',
    closesNever: 'When somebody closes it',
    closesIn_one: 'In {{count}} minute',
    closesIn_other: 'In {{count}} minutes',
    closesAt: 'At a moment of its own',
    closesWhen: 'Day and time',
    closesBad: 'A moment that lies ahead.',
    empty: 'Nobody can answer for: {{sides}}. Without an answer of every deciding side there is no joint result.',
    small:
      'Fewer than four people can answer for: {{sides}}. Without names only how many answered will be shown of them.',
    showsMore:
      'An earlier round asked some of this and showed less of each answer. Whoever answers the same again lets others see what they said then.',
    start: 'Open the round',
  },

  answer: {
    sealed:
      'Until the round is closed nobody else here can open it; it lies sealed on {{host}}, and whoever runs that server could.',
    showsMore:
      'An earlier round asked some of this and showed less of each answer. If you answer the same again, others can see what you said then.',
    handIn: 'Hand in',
    handInPart: 'Hand in what I have',
    handInAgain: 'Hand in anew',
    handedIn: 'Your answer is sealed. You can change it until the round is closed.',
    other:
      'You have handed in something else meanwhile, in another tab or on another device. Handing in what stands here takes its place.',
    takeOther: 'Show what I handed in',
    kept: 'What you have not handed in stays on this page: you can look elsewhere and come back. A reload loses it.',
    moved:
      'You answered for {{side}}. That answer counts there until you hand in one for the side that you are on now, which takes its place.',
    unfetched: 'Your answer could not be fetched.',
    notYours: 'Members of the sides answer. You see who has.',
  },

  line: {
    open: '{{name}} asks: {{question}}',
    question: {
      rating: 'How do the options stand?',
      weights: 'How much does each criterion count?',
      ranks: 'In which order do the criteria count?',
      'no-agreement': 'What is no agreement worth to us?',
      consensus: 'Can everybody live with it?',
    },
    answer: 'Answer',
    look: 'Go there',
  },

  clock: {
    until: 'Answers are taken until {{time}}. Then the round closes by itself.',
    left: '{{left}} left.',
    lastMinute: 'One minute is left to answer.',
    over: 'The time is up: the round is being closed.',
  },

  unsent: {
    title: 'Not handed in',
    byTime: 'You had not handed this in when the round closed by its time, at {{time}}.',
    closed: 'You had not handed this in when the round was closed.',
    cancelled: 'You had not handed this in when the round was cancelled.',
    nothingCounts: 'It counts for nothing. It stays on this page alone until you put it away.',
    earlierCounts:
      'What you had handed in before is what counts. The rest stays on this page alone until you put it away.',
    lines_one: '{{count}} line of it',
    lines_other: '{{count}} lines of it',
    putAway: 'Put it away',
  },

  answered: {
    title: 'Who has answered',
    of: '{{count}} of {{of}}',
    has: 'has answered',
    missing: 'not yet',
    close: 'Close the round',
    closeNow: 'Close it now',
    closeMissing_one: '{{count}} person has not answered: {{names}}. After closing nobody answers any more.',
    closeMissing_other: '{{count}} people have not answered: {{names}}. After closing nobody answers any more.',
    closeAll: 'Everybody has answered. Each side will see its own result first.',
    cancel: 'Cancel the round',
    cancelTitle: 'Cancel the round and destroy its answers?',
    cancelWhat: 'All answers are destroyed, unseen by the other side, and cannot be brought back.',
    cancelSeen:
      'The results that sides have seen of their own, which name nobody, stay sealed on the server: if the same is asked again, nothing is shown from which a few people’s change of mind could be read.',
    cancelled: 'The last round was cancelled. Its answers were destroyed.',
  },

  closed: {
    title: 'Your side’s own result',
    alone: 'Only your side sees this. Every other side sees its own.',
    wait: 'The round is closed. Each side is looking at its own result.',
    byTime: 'The round closed by its time, at {{time}}. Each side is looking at its own result.',
    waits: 'The joint result waits for: {{sides}}.',
    released: '{{side}} has released its result.',
    youReleased: 'Your side has released it. The joint result waits for: {{sides}}.',
    rules: 'A joint result waits for the ground rules: a co-chair of every deciding side accepts them first.',
    heldByYou: 'You hold your side’s result back. Nobody else can release it.',
    heldBy: '{{name}} holds your side’s result back.',
    held: '{{side}} holds its result back.',
    unfetched: 'Your side’s own result could not be fetched.',
    silent: 'There will be no joint result: {{sides}} gave no answer. Cancel the round and ask again.',
    ownSide: 'Only your side sees this. It stays so until whoever acts for your side releases it.',
  },

  release: {
    release: 'Release it',
    title: 'Release your side’s result?',
    what: 'It appears for everybody, together with the other side’s, when every deciding side has released. Then it cannot be taken back.',
    own: 'It appears for everybody at once, and is what the map counts from. It cannot be taken back.',
    depth: 'What do the others see?',
    hold: 'Whoever acts for your side can hold it back until the joint result appears, also after this release.',
    holdIt: 'Hold it back',
  },
} as const
