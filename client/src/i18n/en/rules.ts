export const rules = {
  title: 'Ground rules',
  begin: 'Draft ground rules',
  change: 'Propose a change',
  write: 'Draft ground rules',
  writeHelp:
    'Change what is not yours, leave out what you do not need. They are in force once a co-chair of every side that decides has accepted them; what was done before stays as it was.',
  propose: 'Propose these rules',
  proposed: 'The rules are proposed. Every side that decides is asked.',
  back: 'Back',
  accept: 'Accept for my side',
  acknowledge: 'I have read them',
  tooLong: 'Please use 2000 letters at most.',
  inForce: 'In force: version {{version}}, accepted by every side that decides,',
  isProposed: 'Proposed by {{name}}: version {{version}}.',
  marked: 'What is different from version {{version}}, which is in force, is marked.',
  acceptedBy: '{{side}}: accepted by {{name}}',
  notAccepted: '{{side}}: not accepted yet',
  none: {
    purpose: 'Before the work begins, the parties agree on one page: how they talk, decide and keep the record.',
    rule: 'A facilitator or a co-chair drafts it, a co-chair of every side that decides accepts it. Fix what happens without consensus before there is a dispute about it.',
  },
  host: {
    title: 'Where it lies, and who can read it',
    text: 'This board lies on {{host}}.',
    table: 'What is on the table is read by everybody in this team, observers included.',
    caucus: 'What is written in a caucus is read by that side alone.',
    operator: 'Whoever runs that server can read everything that lies on it.',
  },
  decides: { title: 'Who decides and who advises', decides: 'decides', advises: 'advises' },
  text: {
    consensus: 'What consensus means',
    fallback: 'If there is no consensus',
    caucus: 'Caucus',
    record: 'The record and its keeping',
    observers: 'Observers',
    press: 'Press and public',
  },
  silent: 'Nothing is said about this.',
  attribution: {
    label: 'Names on what is written',
    named: 'Name and side',
    side: 'Side only',
    sideMeans:
      'The other side’s screens and exports leave names out. The record still holds them, and who is here and who decides stays named.',
  },
  switches: 'What every side has switched on',
  on: 'on',
  off: 'off',
  switch: {
    weights: 'Weights for criteria',
    points: 'Points instead of words',
    map: 'The map of values',
    authorship: 'Who wrote which words',
  },
  switchMeans: {
    weights: 'What a side would pay more for is a bargaining secret: it is asked only where every side wants that.',
    points: 'Options are rated from 0 to 100 instead of: meets it, partly, does not.',
    map: 'Options drawn by what they are worth to each side.',
    authorship: 'Joint texts show each phrase in the mark of the side that wrote it.',
  },
  draft: {
    consensus:
      'Everyone has been heard, can live with the result and will actively support it. A majority is not consensus, and silence is not consent. Whoever cannot support it says what would have to change.',
    fallback:
      'If there is no consensus on an issue after two meetings, we set it aside, ask a mediator, or fall back on what our contract provides. Nothing that was said here is held against anybody.',
    caucus:
      'Any side may leave the table at any time and says for how long, if it can. Only that side ends its caucus. What is said there stays there until that side brings it to the table.',
    record:
      'The minutes hold what was decided, by whom and when. Every side has the same record at the same time. No copy goes to anybody else unless every side agrees. It is kept for as long as the agreement lasts.',
    observers:
      'Observers are announced by name and accepted by a co-chair of every side. They read, do not write, and keep what they read to themselves.',
    press: 'Nobody speaks to the press or posts about these talks alone. Every side agrees first to what is published.',
  },
} as const
