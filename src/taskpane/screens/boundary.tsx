import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';

interface BoundaryProps {
  readonly onBug: (reason: unknown) => void;
  /** Shown in place of a screen that could not be drawn. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Keeps a bug in one screen from leaving her with an empty pane. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(reason: Error, info: ErrorInfo): void {
    this.props.onBug(new Error(`${reason.message}${info.componentStack ?? ''}`, { cause: reason }));
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
