import { commands, Location, Position, Range, Uri } from 'vscode';
import type { PlainPosition, ShowReferencesParams } from '../../../server/src/protocol';

/** Shows places of a document where a code lens stands; it comes from the server, which knows no classes of VS Code. */
export async function showReferences({ uri, position, ranges }: ShowReferencesParams): Promise<void> {
  const file = Uri.parse(uri);
  const at = ({ line, character }: PlainPosition) => new Position(line, character);
  const locations = ranges.map(({ start, end }) => new Location(file, new Range(at(start), at(end))));
  await commands.executeCommand('editor.action.showReferences', file, at(position), locations);
}
