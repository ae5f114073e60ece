import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Uri } from 'vscode';

/** What differs between a host with Node and a web worker. */
export interface Host {
  /** A client whose server runs beside it. Every start makes the server anew. */
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  /** The name that git would sign a commit in this folder with; none where there is no git. */
  gitUserName(folder: Uri | undefined): Promise<string | undefined>;
}
