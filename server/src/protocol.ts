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

export interface PlainRange {
  start: PlainPosition;
  end: PlainPosition;
}

/** Client to server: the outline of an open document; `null` where it is no spec. */
export const outlineRequest = 'specwright/outline';

export interface OutlineParams {
  uri: string;
}

export interface OutlineResult {
  /** The version of the document that this is about. */
  version: number;
  template: { id: string; name: string };
  progress: Progress;
  entries: OutlineNode[];
}

/** How far an entry has come. `partial`: nothing is open in itself, and something is below it. */
export type OutlineState =
  'complete' | 'partial' | 'placeholders' | 'empty' | 'put-off' | 'not-applicable' | 'missing';

/** What can be done to an entry, as far as that is known without trying. */
export type OutlineActKind =
  'insert' | 'up' | 'down' | 'place' | 'promote' | 'demote' | 'another' | 'notApplicable';

/** One line of the outline: the title, the metadata, a section, or one that is missing. */
export interface OutlineNode {
  /** Tells it from all others of the document, and stays over edits as far as possible. */
  key: string;
  kind: 'title' | 'metadata' | 'section';
  /** Plain text; empty for metadata without a heading. */
  title: string;
  /** 1 to 6. */
  level: number;
  state: OutlineState;
  /** How many placeholders stand in its own body and heading; of the metadata, how many fields are open. */
  placeholders: number;
  /** How many entries below it are open. */
  openBelow: number;
  /** Whether it waits for its author. */
  isOpen: boolean;
  /** Whether the template does not have it. */
  isOwn: boolean;
  /** The problems in its own heading and body. */
  problems: { error: number; warning: number };
  acts: OutlineActKind[];
  /** Whether it can be dragged, and others dropped on it. */
  isMovable: boolean;
  /** Whether the template has sections for it that are not there. */
  canInsertInto: boolean;
  /** Where it stands, with all below it; `null` for what is missing. */
  range: PlainRange | null;
  /** What to show of it: the heading. */
  selection: PlainRange | null;
  children: OutlineNode[];
}

/** Client to server: what a template says of a section in words, as Markdown; empty where it says nothing. */
export const outlineGuidanceRequest = 'specwright/outlineGuidance';

export interface OutlineGuidanceParams {
  uri: string;
  key: string;
}

export interface OutlineGuidanceResult {
  markdown: string;
}

/** Client to server: every section of the template that the document could be given, in template order. */
export const insertableSectionsRequest = 'specwright/insertableSections';

export interface InsertableSectionsParams {
  uri: string;
  /** Only those that belong into this entry. */
  into?: string;
}

export interface InsertableSectionsResult {
  sections: InsertableSection[];
}

export interface InsertableSection {
  /** For `OutlineEditParams`, with the act `insert`. */
  key: string;
  title: string;
  /** The title of the section that it belongs under; empty for a top section. */
  under: string;
  isOptional: boolean;
}

/** Client to server: the edit that does something to an entry of the outline. */
export const outlineEditRequest = 'specwright/outlineEdit';

export interface OutlineEditParams {
  uri: string;
  /** The version of the document; for any other nothing is done. */
  version: number;
  key: string;
  /** As the client shows it: an entry that reads otherwise now is another one. */
  title: string;
  /** `drop`: moves it to the place of the entry `onto`. */
  act: OutlineActKind | 'drop';
  /** The key of another entry; `null`: to the end. */
  onto?: string | null;
}

/** An edit for the version that was asked for, or why there is none, for a person to read. */
export type OutlineEditResult =
  | { refused: string }
  | { edits: { range: PlainRange; newText: string }[] }
  /** One insertion with tab stops, in VS Code's snippet syntax. */
  | { snippet: string; range: PlainRange };

/**
 * Client to server: every spec of the workspace folders. Specs are read while somebody asks: a client that shows them asks once,
 * and again each time it is told of a change.
 */
export const specsRequest = 'specwright/specs';

export interface SpecsResult {
  /** In the order of folders and paths. */
  specs: SpecEntry[];
  /** Whether all specs are among them as they are now; where not, the client is told when there are more. */
  complete: boolean;
}

/** Server to client: another answer to `specsRequest` is to be had. It is not sent again until the client asks. */
export const specsChangedNotification = 'specwright/specsChanged';

/** How far a spec has come by its status. */
export type SpecPhase = 'draft' | 'review' | 'approved';

export interface SpecEntry {
  uri: string;
  /** The URI of its workspace folder. */
  folder: string;
  /** Its path in that folder. */
  path: string;
  /** Without the words that its template gives each title; `null`: it has none. */
  title: string | null;
  /** The id that it states as its own. */
  id: string | null;
  template: { id: string; name: string };
  /** As written; `null`: it states none. */
  status: string | null;
  /** What its status means in any template; `null` where that is not clear, as of `Obsolete`. */
  meaning: SpecPhase | null;
  phase: SpecPhase;
  /** Its owners, or else its authors. */
  owners: string[];
  /** `null` as long as no more was read than metadata and headings; nor are problems, questions and approvals known then. */
  progress: Progress | null;
  problems: ProblemCounts;
  questions: OpenQuestionEntry[];
  /** None of a draft, which nobody is asked to sign yet. */
  approvals: UnsignedApprovalEntry[];
}

/** A question that a spec leaves open. */
export interface OpenQuestionEntry {
  text: string;
  owner: string | null;
  /** `YYYY-MM-DD`. */
  due: string | null;
  isOverdue: boolean;
  position: PlainPosition;
}

/** An approval that a spec waits for. */
export interface UnsignedApprovalEntry {
  /** Whose, as `Tech Lead`. */
  role: string;
  /** The person, where one is named. */
  name: string | null;
  /** The titles of the columns that are not filled in, as `Date`. */
  lacks: string[];
  position: PlainPosition;
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
