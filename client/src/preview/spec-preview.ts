import type MarkdownIt from 'markdown-it';
import type { SpecPreview } from '../../../server/src/protocol';
import type { Token } from './inline-source';
import { markPlaceholders } from './mark-placeholders';
import { summaryHtml, type PreviewWords } from './summary';

/** What VS Code hands to a renderer beside the tokens. */
interface Env {
  /** The Uri of the document; undefined where what is rendered is none, such as a message or the cell of a notebook. */
  readonly currentDocument?: { toString(): string };
}

/**
 * A plugin for VS Code's preview of Markdown: a spec gets a line above it that says how it stands, and its placeholders are
 * marked. Everything else is rendered as without it.
 * @param previewOf what is known of the document at a URI; it is asked when that is rendered
 */
export function specPreview(
  md: MarkdownIt,
  previewOf: (uri: string) => SpecPreview | undefined,
  words: PreviewWords,
): MarkdownIt {
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env: Env | undefined) => {
    const document = env?.currentDocument;
    const preview = document && previewOf(document.toString());
    return render(preview ? withPreview(md, tokens, preview, words) : tokens, options, env);
  };
  // What stands in it was escaped when it was made.
  renderer.rules[SUMMARY] = (tokens, index) => tokens[index]?.content ?? '';
  return md;
}

/** The type of the token for the line above a spec. */
const SUMMARY = 'specwright_summary';

function withPreview(
  md: MarkdownIt,
  tokens: readonly Token[],
  preview: SpecPreview,
  words: PreviewWords,
): Token[] {
  const { Token: AnyToken } = new md.core.State('', md, {});
  const summary = new AnyToken(SUMMARY, '', 0);
  summary.content = summaryHtml(preview, words, md.utils.escapeHtml);
  const marked = markPlaceholders(md, tokens, preview.placeholders, words.placeholder);
  // Front matter is no part of the text; later versions of VS Code show it as a table.
  const start = marked[0]?.type === 'front_matter' ? 1 : 0;
  return [...marked.slice(0, start), summary, ...marked.slice(start)];
}
