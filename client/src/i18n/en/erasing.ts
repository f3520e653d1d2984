/** What is said where content is erased by both sides. */
export const erasing = {
  title: 'Proposed to be erased',
  none: 'Nothing is proposed to be erased.',
  help: 'A co-chair of every side that decides has to agree. Whoever proposed it can take it back until then.',
  by: 'Proposed by {{name}}',
  agreed: 'Agreed: {{sides}}',
  awaited: 'Still to agree: {{sides}}',
  agree: 'Agree…',
  withdraw: 'Take it back',
  withdrawn: 'The proposal is taken back. Nothing was erased.',
  sure: 'Erase for good?',
  means_one:
    'If yours is the last yes, the words, source and picture of this card go out of the board, the record, its earlier states and every copy of it. Nobody can bring them back. It stays to be seen that a card was here, and who agreed.',
  means_other:
    'If yours is the last yes, the words, sources and pictures of these {{count}} cards go out of the board, the record, their earlier states and every copy of them. Nobody can bring them back. It stays to be seen that cards were here, and who agreed.',
  limits: 'Not reached: backups made before, exports, and what somebody copied out.',
  now: 'Agree to erase for good',
} as const
