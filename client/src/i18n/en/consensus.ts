export const consensus = {
  title: 'Consensus test',
  what: 'Everyone has been heard, can live with it and will actively support it. No heads are counted together: each side stands for itself.',
  asked: 'Asked about:',
  version: 'Version {{version}} of the text',
  changedSince: 'It has been changed since it was asked about.',
  cancelled: 'The last test was cancelled. Its answers were destroyed.',

  scale: { thumbs: 'Thumbs', kaner: 'Eight gradients', fist: 'Fist to five' },
  scaleMeans: {
    thumbs: 'Up, sideways or down: quick, for a first look.',
    kaner: 'From whole-hearted endorsement to a veto (Kaner’s gradients): where shades matter.',
    fist: 'From five fingers, I will lead it, to the fist, which blocks.',
  },
  signal: {
    up: 'Thumb up: I support it',
    sideways: 'Thumb sideways: I can live with it and will support it',
    down: 'Thumb down: I cannot live with it',
    endorse: 'Whole-hearted endorsement',
    minor: 'Agreement with a minor point of contention',
    reservations: 'Support with reservations',
    abstain: 'Abstain',
    discuss: 'More discussion needed',
    dislike: 'I do not like it, but I will support it',
    disagree: 'Serious disagreement',
    veto: 'Veto',
    five: 'Five: I will help to lead it',
    four: 'Four: a good solution',
    three: 'Three: I can live with it and will support it',
    two: 'Two: I have doubts that we should talk about',
    one: 'One: I have serious doubts',
    fist: 'Fist: I cannot live with it',
    caucus: 'Not ready, we need a caucus',
  },
  meaning: {
    supports: 'counts as support',
    aside: 'stands aside and hinders nobody',
    'not-ready': 'not there yet: we go on talking',
    blocks: 'blocks for your side',
  },

  ask: {
    open: 'Test for consensus',
    again: 'Ask again',
    nothing: 'There is nothing to ask about yet: propose the text, or write an option.',
    nobody: 'A facilitator, or a co-chair of a side that decides, asks for it.',
    title: 'Can everybody live with it?',
    intro:
      'Everyone answers alone and unseen. Then each side sees where it stands itself, and the joint result appears when every deciding side has released it.',
    which: 'What is it about?',
    choose: 'Choose what it is about.',
    changed: 'The text has been changed since it was proposed: propose it, then ask about it.',
    gone: 'What you had chosen is no longer there as it was. Choose again.',
    scale: 'On which scale?',
    quorum: 'How many of each side must answer?',
    quorumMore: 'With fewer a side has not spoken.',
    quorumOf: '{{side}}, of {{count}}',
    quorumBad: 'A whole number from 1 to {{count}}.',
  },

  answer: {
    title: 'Your signal',
    signal: 'Where do you stand?',
    add: 'Anything to add?',
    reason: 'Why?',
    reasonMore: 'Nobody has to give a reason.',
    wouldMove: 'What would have to change for you?',
    spoken: 'I will say it aloud at the table',
  },

  closed: {
    title: 'Where your side stands',
  },

  result: {
    of: 'Consensus on: {{subject}}',
    joint: {
      reached: 'Consensus: every side that decides supports it.',
      blocked: 'Not as it is. It is blocked by: {{sides}}. Hear what would have to change, revise it and ask again.',
      'not-ready':
        'Not yet. Not ready, or not enough heard, of: {{sides}}. Go on talking, or take a caucus, and ask again.',
      unknown: 'It cannot be told without names where everybody stands: too few answered, or changed, of: {{sides}}.',
    },
    side: {
      supports: 'supports it',
      'not-ready': 'is not ready',
      blocks: 'blocks it as it is',
      short: 'has not spoken: too few answered',
    },
    hidden: {
      few: 'too few answered to show without names',
      'few-changed': 'too few changed to show it again without names',
    },
    advises: 'advises',
    answered: '{{count}} answered; {{quorum}} needed',
    spoken: 'says why at the table',
    wouldMove: 'What would move it:',
  },
} as const
