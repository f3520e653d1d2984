/** What the facilitator's console says. */
export const facilitation = {
  only: 'Open one step alone…',
  onlyEnd: 'Open the others again',
  title: 'Facilitate',
  close: 'Close the panel',
  step: 'Step',
  stepNow: 'Open for everyone: {{step}}',
  openStep: 'Open “{{step}}” for everyone',
  writing: 'Writing',
  writingOn: 'Everyone who may write can write.',
  pauseNow: 'Pause now',
  pauseIn: 'Pause in {{time}}',
  resume: 'Go on writing',
  keepWriting: 'Do not pause',
  layout: 'Layout',
  locked: 'Members place their own cards on the whiteboard.',
  unlocked: 'Everyone may place every card on the whiteboard.',
  lock: 'Lock the layout',
  unlock: 'Unlock the layout',
  pulse: 'Pulse',
  pulseMeans: 'How the work together goes, asked in a minute.',
  askPulse: 'Ask how we are doing',
  clock: 'Clock',

  closing: {
    title: 'Open one step alone',
    means:
      'Everybody is warned with a clock. When it has run out, nobody but a facilitator writes in other steps; what is too late waits in its writer’s tray, and you can let it in.',
    step: 'Which step stays open',
    warning: 'How long everybody is warned',
    announce: 'Announce it',
  },
} as const
