import { Component, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

interface Props {
  /** What is inside, in words: "the reader". */
  what: string
  children: ReactNode
}

/** Keeps a fault in one part of the window from taking the others with it. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div role="alert">
        <EmptyState title={`Something went wrong in ${this.props.what}`}>
          <p>What was saved is safe. The fault, for whoever looks after Despatch: {error.message}</p>
          <Button onPress={() => this.setState({ error: null })}>Try again</Button>
        </EmptyState>
      </div>
    )
  }
}
