export const stages = {
  question: {
    issue: 'What are we solving together?',
    story: 'What do we know, and what do we still need to know?',
    interests: 'What matters to each of us, and why?',
    options: 'What could meet these interests?',
    criteria: 'By what will we judge the options?',
    weighing: 'How do the options stand, side by side?',
    agreement: 'What do we agree, in exact words?',
    'follow-up': 'Who does what, and when do we look again?',
  },
  method: {
    issue: 'A good issue is one open question: specific, inside the parties’ control, with no solution hidden in it.',
    story: 'Clarify, do not rebut. Every number carries its source and its date; information is not a bargaining chip.',
    interests:
      'An interest can be met in more than one way; a position is one solution. Ask why. Nobody rewords the other side’s interest.',
    options: 'Record everything, criticise nothing, build on one another. Options belong to everybody.',
    criteria: 'An agreed short list, worded so that one can tell whether an option meets it.',
    weighing:
      'Everyone answers alone, and each side looks at its own result first. Then talk about the differences, not the averages.',
    agreement: 'One text, written by both sides and read by all.',
    'follow-up': 'Joint owners for every step; done when each side says so.',
  },

  facts: 'Facts',
  questions: 'Questions',
  noFacts: 'No fact has been written yet.',
  noQuestions: 'No question is open.',
  questionRule: 'Write down what somebody has to find out, so that nobody has to argue about it.',
  issueHeading: 'The issue',
  factExample:
    'Last autumn: 118 absences, 71 covered by an outside substitute. Source: office records, September to December',

  interests: {
    column: '{{side}} interests',
    count_one: '{{count}} interest',
    count_other: '{{count}} interests',
    advises: 'advises',
    emptySide: '{{side}} has not written an interest yet.',
    emptyOwn: 'Your side has not written an interest yet.',
    rule: 'Write what you need and why it matters, not how to get it. “Why?” usually leads from a position to an interest.',
    example: 'Extra work shared evenly',
    onlySide: 'Only {{side}} adds here',
    noSide: 'Without a side',
    mutual: 'Mutual',
    mutualColumn: 'Mutual interests',
    confirmedByBoth: 'confirmed by both',
    confirmedByAll: 'confirmed by all who decide',
    mutualEmpty: 'No interest is mutual yet.',
    mutualHint:
      'Members of the other side say “this matters to us too”; a co-chair of each deciding side confirms. It stays in its own column as well.',
    onTheWay: 'Said to matter to more than one side',
    waitsFor: 'waits for {{sides}}',
    columns: 'Columns',
  },

  options: {
    idea: 'An idea, not a proposal. Whoever wrote it has offered nothing, and may argue against it tomorrow.',
    empty: 'No option has been written yet.',
    rule: 'Write down every one, also the odd ones. Judging comes later.',
    example: 'Two permanent floating teachers shared with the school next door',
    list: 'Options',
    unserved: 'Interests that no option serves yet',
    allServed: 'Every interest is served by at least one option, at least as a suggestion.',
    noInterests: 'There are no interests yet. They come first: options are made to meet them.',
  },

  criteria: {
    list: 'Criteria',
    empty: 'No criterion has been written yet.',
    rule: 'Drop what is vague, what says the same twice and what cannot be told.',
    example: 'Works on the worst day in February',
    enough: 'That is more than eight. About eight is enough: which two say the same?',
    tooMany: 'More than fifteen criteria cannot be held in mind. Choose the eight that decide.',
  },

  weighing: {
    sheet: 'Options and criteria side by side',
    option: 'Option',
    serves: 'interests it serves',
    suggested: 'suggested',
    nothing: 'nothing yet',
    empty: 'There are no options and criteria to put side by side yet.',
    rule: 'Each row is an option, each column a criterion; the cells are for what you say to each other.',
    current: 'as it is now',
    blank: 'to talk about',
  },

  agreement: {
    heading: 'The text',
    tentative: 'Tentative: subject to ratification by both parties and to the full package.',
    unserved: 'Interests that no option serves',
    unservedHint: 'What is left out of the options is likely to be left out of the text.',
  },

  followUp: {
    today:
      'This board cannot hold steps and dates yet. Until it does, write them at the end of the agreement’s text, where everybody sees them.',
    stillOpen: 'Questions still open',
  },

  list: {
    title: 'Every card on this board',
    method: 'All of them in reading order, with everything that can be done to each.',
    unnamed: 'The ground rules show what the other side writes with its side alone. The record still holds the names.',
    search: 'Find words',
    kind: 'Kind',
    side: 'Side',
    anyKind: 'Every kind',
    anySide: 'Every side',
    neutral: 'No side',
    away: 'Show what was put away',
    found_one: '{{count}} card',
    found_other: '{{count}} cards',
    nothing: 'No card is like that.',
    clear: 'Show all',
    group: {
      fact: 'Facts',
      interest: 'Interests',
      option: 'Options',
      criterion: 'Criteria',
      question: 'Questions',
      note: 'Notes',
      cluster: 'Groups',
    },
  },
} as const
