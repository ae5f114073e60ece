export type { ChangedChunks } from './body';
export { Derived, type Block, type Chunk } from './chunk';
export type { FrontMatter } from './front-matter';
export type { ReadingWork } from './read';
export { SyntaxTree } from './tree';
export { verifyIncremental } from './whole';
