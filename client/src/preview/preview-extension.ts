import type MarkdownIt from 'markdown-it';
import type { Disposable } from 'vscode';
import type { LanguageServer } from '../language-server';
import { Previews, previewWords } from './previews';
import { specPreview } from './spec-preview';

/** What VS Code's Markdown extension calls to have its preview extended, as `markdown.markdownItPlugins` of the manifest promises. */
export type ExtendMarkdownIt = (md: MarkdownIt) => MarkdownIt;

/** Extends VS Code's preview of Markdown for specs. */
export class PreviewExtension implements Disposable {
  private readonly previews: Previews;
  private readonly following: Disposable;

  constructor(server: LanguageServer) {
    this.previews = new Previews(server);
    this.following = this.previews.follow();
  }

  readonly extendMarkdownIt: ExtendMarkdownIt = (md) =>
    specPreview(md, (uri) => this.previews.previewOf(uri), previewWords);

  dispose(): void {
    this.following.dispose();
  }
}
