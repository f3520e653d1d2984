/** Why a board does not show; each has its sentence and its way on. */
export type Closed =
  | 'sign_in'
  | 'which_member'
  | 'not_yours'
  | 'not_admitted'
  | 'not_accepted'
  | 'no_such'
  | 'no_caucus'
  | 'page_too_old'
  | 'refused_again'
  | 'offline'

/** What passes without this person's doing: the page looks again by itself. */
export const COMES_BY_ITSELF: ReadonlySet<Closed> = new Set(['not_admitted', 'not_accepted', 'offline'])
