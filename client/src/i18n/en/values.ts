export const values = {
  title: 'What do the answers come to?',
  from: {
    weights: 'From the released ratings and each side’s own weights. No side’s numbers are mixed with another’s.',
    alike: 'From the released ratings; the ground rules have no weights, so every criterion counts alike.',
    waiting: 'Ratings are released, weights are not: until a side’s weights are, it has no values.',
  },
  option: 'Option',
  criterion: 'Criterion',
  current: 'as it is now',
  none: '–',
  weight: 'Weight',
  mean: 'Mean rating',
  product: 'Product',
  sum: 'Sum of the products',
  rounds_one: 'Value, to one decimal',
  rounds_other: 'Value, to {{count}} decimals',
  divided: 'Value: the sum by the weight that was rated, {{divisor}}',
  arithmetic: 'Show the arithmetic',
  noValue: 'Nothing that carries weight was rated.',
  incomplete:
    'Without a mean rating: {{criteria}}. Missing is not zero: the value lies between {{low}}, the sum, if that were rated 0, and {{high}} if it were rated 100 ({{sum}} + 100 × {{missing}}).',

  part: {
    short: 'from incomplete data',
    legend:
      '* From incomplete data: not everything that carries weight was rated. The value to the side opens what is missing, and where it can lie.',
    rests: 'This rests on values from incomplete data.',
  },

  leftOut: {
    cell: 'left out',
    option: '{{number}} (no mean rating: {{criteria}})',
    note: '{{side}}: left out, since other weights need every rating, and nothing here speaks of it: {{each}}.',
  },

  value: {
    title: 'Value to each side',
    open: 'A number opens its arithmetic. Options stand in the order of the table; an asterisk means that something was not rated.',
    how: 'How this number came about',
    of: '{{option}} · {{side}}',
    name: '{{value}}: {{option}}, {{side}}. Show the arithmetic',
    namePart: '{{value}}, from incomplete data: {{option}}, {{side}}. Show the arithmetic',
    ordersHow: 'How alike the two sides order the options',
    ordersMeans:
      'Of every two options the sides order {{concordant}} alike and {{discordant}} the other way round; {{tiedInA}} are level for the first side alone, {{tiedInB}} for the second alone.',
    orders: 'How alike the two sides order the options: {{tau}} (1 the same order, −1 the opposite; Kendall’s tau-b).',
  },

  weights: {
    title: 'How much each criterion counts',
    answered: 'Answered',
    spread: 'spread {{spread}}',
    unweighed: 'not weighed',
    who: 'Who of {{side}} gave which weight',
    meanOf: 'Mean',
    now: 'Weight now',
    gone: 'put away',
    left: 'What is left of it: the means still on the table, added. Weight now: the mean by that sum',
    apartHow: 'How far the two weightings lie apart',
    difference: 'Difference',
    differences: 'Sum of the differences',
    half: 'Half of it: what one side moves away from a criterion it puts on another',
    apart:
      'The two weightings are {{share}} apart: that part of its weight one side would have to move to weigh as the other does.',
  },

  stale: {
    earlier: '{{side}}: weights given to an earlier table.',
    reworded: 'Reworded since: {{criteria}}.',
    gone: 'Put away since: {{criteria}}; the other weights are brought to a sum of 1 again.',
    unweighed: 'Not weighed yet: {{criteria}}.',
    ranges: 'The options no longer lie between the same worst and best rating: {{criteria}}.',
  },

  map: {
    title: 'Both values at once',
    plot: 'Options by their value to two sides; the table below holds the same',
    pair: 'Which two sides',
    nothing: 'No option has a value for both sides yet.',
    valueTo: 'value to: {{side}}',
    efficient: 'Better for one, worse for none?',
    yes: 'no other is',
    by: 'yes: {{numbers}}',
    filled_one:
      'Filled: no other option is better for one side without being worse for another. There is {{count}}; what would have to be added to it is for the table to say.',
    unsettled: 'Not everything was rated: for {{numbers}} it could still turn out otherwise.',
    filled_other:
      'Filled: no other option is better for one side without being worse for another. There are {{count}}; which of them, and what would have to be added, is for the table to say.',
  },

  floor: {
    side: '{{side}}: no agreement is worth {{value}}, as that side has released.',
    today: '{{side}}: counted from “as it is now”, {{value}}; that side has released no value of its own.',
    todayPart:
      '{{side}}: counted from “as it is now”, {{value}}, of which not everything was rated; that side has released no value of its own.',
    unknown: '{{side}}: has released no value of no agreement, and “as it is now” has none either.',
  },

  indicators: {
    title: 'Joint-gain indicators',
    note: 'Five ways to look at the same values. None of them decides, and a tie or a small difference says nothing.',
    nash: 'Nash product',
    kalaiSmorodinsky: 'Kalai-Smorodinsky',
    maximin: 'Smallest value',
    sum: 'Sum',
    gap: 'Gap',
    nashMeans:
      'The product of what each side gains over no agreement. Stretching one side’s scale does not change its order.',
    kalaiSmorodinskyMeans:
      'Each side’s gain as a part of the most that it could gain; here the smallest of these parts.',
    maximinMeans: 'The value to the side to which the option is worth least. It compares the sides’ scales.',
    sumMeans: 'Both values added. It compares the sides’ scales.',
    gapMeans: 'The largest value less the smallest. It compares the sides’ scales.',
    scales: 'scales may not compare',
    name: '{{indicator}} {{value}}: {{option}}. Show the arithmetic',
    namePart: '{{indicator}} {{value}}, from incomplete data: {{option}}. Show the arithmetic',
    below: 'below no agreement:',
    at: '{{indicator}}: {{numbers}}',
    disagree: 'They do not point at one option: {{each}}. Where they part is worth a conversation.',
    nothing: 'No option has a value for every side that decides, so none of them points anywhere yet.',
    level: 'By none of them does one option stand apart from the others, so none of them points anywhere.',
    agree: 'Here they do not contradict each other. That is arithmetic, not agreement.',
  },

  flips: {
    title: 'Which weight would turn the order',
    note: 'If one criterion weighed more or less, and the others kept their proportions, two options would change places. The nearest come first.',
    none: 'No single weight turns the order of two options.',
    noneOfRest: 'No single weight turns the order of two of the options that are rated by every criterion.',
    tooFew: 'Fewer than two options are rated by every criterion: there is no order to turn.',
    now: 'Weight now',
    at: 'Level at',
    options: 'Options',
    tie: '{{one}} and {{other}} are level',
    name: 'Level at {{at}}: {{criterion}}. Show the arithmetic',
    more_one: '{{count}} more lies further away.',
    more_other: '{{count}} more lie further away.',
    how: 'Level at these weights',
  },

  robustness: {
    firsts: '{{firsts, number}} of {{samples, number}}',
    title: 'If nobody weighed anything',
    note: 'Of {{samples}} weightings drawn evenly from all there are (seed {{seed}}), the share in which an option has the highest value to a side. Close shares mean that much hangs on the weights.',
  },

  coverage: {
    title: 'Which interests each option serves',
    note: 'A link from an option to an interest counts for a side once whoever acts for that side has confirmed it, on the option’s card.',
    of: '{{served}} of {{all}} served',
    served: 'Served:',
    suggested: 'Suggested, not confirmed by this side:',
    unserved: 'Not served:',
    noInterests: 'no interests yet',
  },
} as const
