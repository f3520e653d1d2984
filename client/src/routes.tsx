import { BoardId, MemberId, TeamId } from '@jointly/board'
import { Route, Switch, useLocation, useSearchParams } from 'wouter'
import { BoardPage } from './board/BoardPage.tsx'
import { withWords } from './i18n/language.ts'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { Loading } from './ui/Loading.tsx'
import { NotFoundPage } from './ui/NotFoundPage.tsx'
import { Notices } from './ui/Notices.tsx'
import { onDemand } from './ui/onDemand.tsx'

const DoorPage = onDemand(() => withWords('door', import('./door/DoorPage.tsx')), <Loading />)
const HomePage = onDemand(() => withWords('home', import('./home/HomePage.tsx')), <Loading />)
const TeamPage = onDemand(() => withWords('team', import('./team/TeamPage.tsx')), <Loading />)

/** The pages and their addresses. `?as=` names the acting member: one browser may be several people. */
export const Routes = () => {
  const [path] = useLocation()
  const as = useActingMember()
  return (
    <>
      {/* A page that broke is left behind by going to another one. */}
      <ErrorBoundary key={path}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/join/:code">{({ code }) => <DoorPage key={code} code={code} />}</Route>
          <Route path="/return/:code">{({ code }) => <DoorPage key={code} code={code} />}</Route>
          <Route path="/team/:id">
            {({ id }) => {
              const team = TeamId.safeParse(id)
              return team.success ? <TeamPage key={`${id} ${as}`} teamId={team.data} as={as} /> : <NotFoundPage />
            }}
          </Route>
          <Route path="/board/:id">{({ id }) => <BoardAt id={id} as={as} at="table" />}</Route>
          <Route path="/board/:id/caucus">{({ id }) => <BoardAt id={id} as={as} at="caucus" />}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </ErrorBoundary>
      <Notices />
    </>
  )
}

const BoardAt = ({ id, as, at }: { id: string; as: MemberId | undefined; at: 'table' | 'caucus' }) => {
  const board = BoardId.safeParse(id)
  return board.success ? <BoardPage key={`${id} ${as} ${at}`} boardId={board.data} as={as} at={at} /> : <NotFoundPage />
}

const useActingMember = (): MemberId | undefined => {
  const [search] = useSearchParams()
  return MemberId.safeParse(search.get('as')).data
}
