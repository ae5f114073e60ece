/**
 * What client and server say to each other beyond the Language Server Protocol: method names and the plain data that
 * travels under them. Both sides import this file, so it imports nothing.
 */

/** What a client says of itself in `initialize`, as `initializationOptions`. */
export interface InitializationOptions {
  /**
   * Whether the editor itself knows Markdown, as VS Code does: symbols, folding, links, and definition, references and rename of
   * headings. The server then leaves these to it, so that nothing is listed twice.
   */
  markdownSupport?: boolean;
  /** Whether the client has the command `showReferencesCommand`. */
  showsReferences?: boolean;
  /**
   * What a person reads in their language, by the English: the contents of `l10n/bundle.l10n.<language>.json`. Without it, and for what
   * it lacks, the server speaks English.
   */
  l10n?: Readonly<Record<string, string>>;
  /**
   * Whether the editor itself checks an open `.specwright.json` against its schema, as VS Code does with the one that the extension
   * brings. The server then reports only what a schema cannot tell, so that nothing is listed twice.
   */
  validatesConfiguration?: boolean;
}

/** A command of the client, which shows places in a document as VS Code shows references. It gets `ShowReferencesParams`. */
export const showReferencesCommand = 'specwright.showReferences';

export interface ShowReferencesParams {
  uri: string;
  position: PlainPosition;
  ranges: { start: PlainPosition; end: PlainPosition }[];
}

/** As in LSP: the line and the UTF-16 unit in it, from 0. */
export interface PlainPosition {
  line: number;
  character: number;
}

/** Client to server: every template that a spec can start from, in the order in which to offer them. */
export const templatesRequest = 'specwright/templates';

export interface TemplatesParams {
  /** The document that a template is for, where it is known: each workspace folder has its own. */
  uri?: string;
}

export interface TemplatesResult {
  templates: TemplateSummary[];
}

export interface TemplateSummary {
  id: string;
  name: string;
  description: string;
  source: 'builtin' | 'workspace';
  /** How many sections the template has, to tell a one-pager from a full design. */
  sections: number;
}

/** Client to server: one template as a VS Code snippet, with tab stops; the server fills in today's date. */
export const templateSnippetRequest = 'specwright/templateSnippet';

export interface TemplateSnippetParams {
  /** The id of the template. */
  template: string;
  /** Stands where the template asks for the author; without it the placeholder stays. */
  author?: string;
  /** The document that the snippet is for, where it is known. */
  uri?: string;
}

export interface TemplateSnippetResult {
  /** In VS Code's snippet syntax. */
  snippet: string;
}

/** Server to client: how an open document stands, sent when it was left alone for a moment after a change or a check. */
export const documentStatusNotification = 'specwright/documentStatus';

export interface DocumentStatusParams {
  uri: string;
  /** The version of the document that this is about. */
  version: number;
  /** `null`: the document is no spec. */
  template: { id: string; name: string; confidence: number } | null;
  /** `null`: the document is no spec. */
  progress: Progress | null;
  problems: ProblemCounts;
}

/** How many lines of a spec's outline ask for nothing more, of how many. */
export interface Progress {
  complete: number;
  total: number;
}

export interface ProblemCounts {
  error: number;
  warning: number;
  info: number;
  hint: number;
}

/** Client to server: what VS Code's preview of a Markdown document shows beyond the document. */
export const previewRequest = 'specwright/preview';

export interface PreviewParams {
  uri: string;
}

export interface PreviewResult {
  /** The version of the document that this is about; -1 where the server knows no such document. */
  version: number;
  /** `null`: the document is no spec. */
  preview: SpecPreview | null;
}

export interface SpecPreview {
  /** The status in the words of the template, or of the document where its template lists none; `null`: none is stated. */
  status: string | null;
  /** `null`: specs of this template have no status. */
  phase: 'draft' | 'review' | 'approved' | null;
  progress: Progress;
  placeholders: PreviewPlaceholder[];
}

/** Where a placeholder of the template still stands. */
export interface PreviewPlaceholder extends PlainPosition {
  /** As it is written; of each further line without its indentation and the marks of block quotes, parted by `\n`. */
  text: string;
  /** The same text may stand in one line several times: which one of how many it is, from 0. */
  nth: number;
  of: number;
}

/** Client to server: the templates that a document could follow, and how its template was found. */
export const templateChoicesRequest = 'specwright/templateChoices';

export interface TemplateChoicesParams {
  uri: string;
}

export interface TemplateChoicesResult {
  /** The version of the document that this is about; -1 where the server knows no such document. */
  version: number;
  choices: TemplateSummary[];
  /** The id of the template that the document follows; `null`: it is no spec. */
  current: string | null;
  /** The id of the template that the document itself names; `null`: it names none. */
  stated: string | null;
  /** The name of the template that the document follows when it names none; `null`: it is no spec then. */
  detected: string | null;
}

/** Client to server: the edit by which a document names its template. Fails with a message for the person. */
export const chooseTemplateRequest = 'specwright/chooseTemplate';

export interface ChooseTemplateParams {
  uri: string;
  /** The version of the document that the choice was made for. */
  version: number;
  /** The id of the template; `null`: the document is to name none. */
  template: string | null;
}

export interface ChooseTemplateResult {
  /** For that version of the document. */
  edits: { range: { start: PlainPosition; end: PlainPosition }; newText: string }[];
}

/**
 * Server to client, where the server has no file system, or not that of this scheme: the text of a file, byte order mark and all. Fails
 * with `fileNotFound` when there is no such file and with `fileNotUtf8` when its bytes are not UTF-8.
 */
export const readFileRequest = 'specwright/readFile';

export interface ReadFileParams {
  uri: string;
}

export interface ReadFileResult {
  text: string;
}

/** Server to client: the files under a folder, at any depth, whose name ends in `extension`. No such folder: none. */
export const listFilesRequest = 'specwright/listFiles';

export interface ListFilesParams {
  /** The folder. */
  uri: string;
  /** With its dot: `.md`. */
  extension: string;
}

export interface ListFilesResult {
  uris: string[];
}

/**
 * Server to client, likewise: the Markdown files in a folder, at any depth, but for those in `node_modules` and in folders
 * whose names begin with a dot.
 */
export const listDocumentsRequest = 'specwright/listDocuments';

export interface ListDocumentsParams {
  /** The folder. */
  uri: string;
  /** How many to list; there may be more. */
  most: number;
}

/** Server to client, likewise: whether there is a file or a folder. */
export const fileExistsRequest = 'specwright/fileExists';

export interface FileExistsParams {
  uri: string;
}

export interface FileExistsResult {
  /** `null`: the client cannot tell. */
  exists: boolean | null;
}

/** Error codes of the two file requests, outside the range that JSON-RPC and LSP reserve. */
export const fileErrors = { fileNotFound: 1, fileNotUtf8: 2 } as const;
