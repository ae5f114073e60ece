import type { Problem } from '../../rules/engine/problem';
import type { Span } from '../../text/span';
import type { WorkspaceLookup } from '../../workspace/index/lookup';
import type { WorkspaceView } from '../../workspace/index/view';
import type { Spec } from '../../workspace/spec';
import type { HoverBlock } from './hover-text';

/** What a hover may look at. */
export interface HoverContext {
  readonly spec: Spec;
  /** Absolute. */
  readonly offset: number;
  /** All problems of the document. */
  readonly problems: readonly Problem[];
  readonly workspace: WorkspaceView;
  readonly lookup: WorkspaceLookup;
}

/** What is shown for a place in a document. */
export interface Hover {
  /** What it is about; absolute. */
  readonly span: Span;
  readonly blocks: readonly HoverBlock[];
}
