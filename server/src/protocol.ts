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
  /** The document that the snippet is for, where it is known; it need not exist yet. */
  uri?: string;
  /** What the spec is about; without it the placeholder stays. */
  title?: string;
}

export interface TemplateSnippetResult {
  /** In VS Code's snippet syntax. */
  snippet: string;
  /** The same as plain Markdown, with the placeholders of the template at its tab stops. */
  text: string;
}

/** Client to server: a path for a new spec. */
export const newSpecPlaceRequest = 'specwright/newSpecPlace';

export interface NewSpecPlaceParams {
  /** The id of the template. */
  template: string;
  title: string;
  /** The URI of the workspace folder. */
  root: string;
  /** The URI of the folder in it that was asked for, if one was. */
  folder?: string;
}

export interface NewSpecPlaceResult {
  /** Relative to the workspace folder, with `/`. */
  path: string;
}

/** Client to server: what it takes to put a template around the text of an open document. */
export const adoptTemplateRequest = 'specwright/adoptTemplate';

export interface AdoptTemplateParams {
  uri: string;
  /** The version of the document that the edits are for. */
  version: number;
  /** The id of the template. */
  template: string;
  author?: string;
  /** What to do with a document that follows another template; undefined: to say so. */
  instead?: 'convert' | 'insert';
}

/**
 * `edits`: they make a spec of it; none where it has all already. `changed`: the document has another version by now.
 * `follows`: it follows another template, to which `canConvert` says whether it can be converted from. `refused`: why it can't
 * be done, for a person.
 */
export type AdoptTemplateResult =
  | { kind: 'edits'; edits: PlainEdit[]; blank: PlainRange | null }
  | { kind: 'changed' }
  | { kind: 'follows'; name: string; canConvert: boolean }
  | { kind: 'refused'; reason: string };

/** As in LSP. */
export interface PlainRange {
  start: PlainPosition;
  end: PlainPosition;
}

export interface PlainEdit {
  range: PlainRange;
  newText: string;
}

/** Client to server: the template that an open document would be. */
export const saveAsTemplateRequest = 'specwright/saveAsTemplate';

export interface SaveAsTemplateParams {
  uri: string;
  /** What the template is to be called; undefined: only to ask for a name to propose. */
  name?: string;
  description?: string;
  /** The workspace folder to keep it in, where the document is in none. */
  root?: string;
}

/**
 * `template`: its text, and the URI of its file; `taken` is the name of a template that has its id already. `name`: a name to
 * propose. `refused`: why it can't be done, for a person.
 */
export type SaveAsTemplateResult =
  | { kind: 'template'; id: string; text: string; file: string; taken: string | null }
  | { kind: 'name'; name: string; description: string }
  | { kind: 'refused'; reason: string };

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

/**
 * Server to client, in a host where the server has no file system: the text of a file, byte order mark and all. Fails
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
