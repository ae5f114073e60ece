import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../features/selection-ranges';
import { toRange } from './convert';
import { answer } from './guard';
import type { Capable, Session } from './session';

/** What a selection grows to. VS Code joins it with what its own Markdown support has. */
export function serveSelectionRanges(session: Session): Capable {
  const { connection } = session;
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    answer<SelectionRange[] | null>(session, 'selection ranges', token, null, () => {
      const document = session.documents.get(uri);
      const { spec, lines } = document ?? {};
      if (!spec || !lines) return null;
      return positions.map((position) => {
        const spans = selectionRanges(spec.model, lines.offsetAt(position));
        return spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: toRange(lines, span), ...(parent ? { parent } : {}) }),
          undefined,
        )!;
      });
    }),
  );
  return { capabilities: () => ({ selectionRangeProvider: true }) };
}
