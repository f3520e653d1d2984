export const agreement = {
  tentative: 'Tentative: subject to ratification by both parties and to the full package.',
  fixed: 'The exact text',
  fingerprint: 'Fingerprint of these words (SHA-256):',

  signing: {
    title: 'Signing',
    none: 'Nothing is before its signers yet. Proposing fixes the words of that moment; whatever is changed later is another version.',
    waits_one: 'Version {{version}} waits for {{count}} signature.',
    waits_other: 'Version {{version}} waits for {{count}} signatures.',
    agreed: 'All who were named have signed version {{version}}. It is the tentative agreement.',
    unbound:
      'All who were named have signed version {{version}}, but nobody who could commit {{sides}} when they signed. Whoever can by now takes their signature back and signs again, or the text is proposed anew with somebody who can.',
    edited:
      'The text has been changed since version {{version}} was proposed. Its signatures belong to that version, not to the words on the table.',
    editedAgreed:
      'The words on the table are others by now. The signatures belong to version {{version}}, which stays as it was signed.',
    rules: 'Signing waits for the ground rules: a co-chair of every deciding side accepts them first.',
    withdraw: 'Take back my signature',
  },

  signers: {
    title: 'Who signs version {{version}}',
    notYet: 'not signed yet',
    signed: 'signed',
  },

  propose: {
    first: 'Propose this text for signing',
    changed: 'Propose the text as it is now',
    nobody: 'A facilitator, or a co-chair of a side that decides, proposes the text for signing.',
    empty: 'There is no text to propose yet.',
    title: 'Propose version {{version}}',
    intro:
      'Exactly these words are fixed and put before the signers. Whoever edits the text afterwards makes another version, and signatures stay with this one.',
    who: 'Who signs?',
    whoHint:
      'Of every side that decides at least one co-chair signs, or where it has none, one of its members. Others may be named beside them.',
    silent:
      'Nobody is named who can commit {{sides}}: that takes a co-chair, or where a side has none, one of its members.',
    confirm: 'Propose version {{version}}',
  },

  sign: {
    open: 'Read and sign version {{version}}',
    title: 'Sign version {{version}}',
    intro: 'You sign exactly these words, for {{side}}.',
    changed: 'The text has just been changed. Version {{version}} can no longer be signed.',
    capacity: 'As what do you sign?',
    capacityHint:
      'It stands beside your name: “President, Local 59”. Left empty, your seat at this table stands there.',
    confirm: 'Sign',
  },

  ratification: {
    title: 'Ratification',
    hint: 'Each body votes on version {{version}} for itself; what it voted is recorded here, body by body, as each side has it.',
    record: 'Record a vote',
    body: 'Which body voted?',
    bodyHint:
      'For example: Membership of Local 59, School committee. A second record of the same body by your side corrects the first; what another side recorded stays.',
    for: 'Votes for it',
    against: 'Votes against it',
    confirm: 'Record it',
    noBody: 'Name the body that voted.',
    noCount: 'A whole number, 0 or more.',
    votes: '{{for, number}} for, {{against, number}} against',
    by: 'recorded by {{name}}',
  },

  clauses: {
    title: 'What the clauses serve',
    none: 'Choose words of the text and link them to the option or interest that they serve: here it stands then, and below what the text leaves out.',
  },

  versions: {
    title: 'Versions',
    number: 'Version {{version}}',
    by: 'proposed by {{name}}',
    signed: '{{count}} of {{of}} signed',
    read: 'Read',
    readNamed: 'Read version {{version}}',
    look: 'What is shown',
    text: 'The text',
    compare: 'What is different',
    with: 'Compared with',
    table: 'The text on the table',
    between: 'From “{{before}}” to “{{now}}”: what is gone is struck out, what is new underlined.',
    bySide: 'New words stand behind the mark of the side that wrote them.',
    noSide: 'Who wrote them is not shown: the ground rules have not switched it on.',
    same: 'The words are the same.',
  },
} as const
