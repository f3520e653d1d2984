import { pulse as asked } from '@jointly/board/report/pulse.en'

/** What a pulse says: how the work together goes, and no vote on anything. */
export const pulse = {
  ...asked,
  questionMeans: {
    doing: 'From very well to very badly.',
    heard: 'From fully to not at all.',
    pace: 'From much too fast to much too slow.',
  },
  ask: {
    title: 'Ask how we are doing',
    intro:
      'A quick question about how the work together goes. Everyone answers alone; it is not about what lies on the table, and decides nothing.',
    question: 'What is asked?',
  },
  line: {
    open: '{{name}} asks: {{question}}',
    count_one: '{{count}} has answered.',
    count_other: '{{count}} have answered.',
    closed: '{{question}} Answers are in; each side looks at its own first.',
    released: '{{question}} The answers of all sides are here.',
    answer: 'Answer',
    change: 'Change my answer',
    look: 'Look',
    putAway: 'Put away',
  },
  answer: {
    keys: 'Keys 1 to 5 choose, Enter hands in.',
    why: 'A word of why?',
    whyMore: 'Nobody has to say why.',
  },
  result: {
    answered_one: '{{count}} answered',
    answered_other: '{{count}} answered',
    mean: '{{mean}} on average; 5 is {{warmest}}, 1 is {{coldest}}',
    nobody: 'nobody answered',
    hidden: {
      few: 'too few answered to show without names',
      'few-changed': 'too few changed to show it again without names',
    },
    talk: 'Nothing follows from it by itself. What would help? Ask each other.',
  },
} as const
