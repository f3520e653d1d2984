import { Component } from 'react'
import { BrokenPage } from './BrokenPage.tsx'

type Props = { children: React.ReactNode }
type State = { error: unknown }

/** Catches what a page throws as it renders and shows a way back instead of a white sheet. A class: React asks for one. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render() {
    return this.state.error === null ? this.props.children : <BrokenPage error={this.state.error} />
  }
}
