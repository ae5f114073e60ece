/** What an editor inserts for a snippet when each tab stop is left as it is (LSP, "Snippet Syntax"). */
export function inserted(snippet: string): string {
  return snippet.replace(
    /\$\{\d+:((?:\\.|[^\\}])*)\}|\$\{\d+\|((?:\\.|[^\\|])*)\|\}|\$\{\d+\}|\$\d+|\\([\\$}])/gsu,
    (_, ...groups) => {
      const [text, choices, escaped] = groups as (string | undefined)[];
      if (text !== undefined) return text.replace(/\\([\\$}])/gu, '$1');
      if (choices !== undefined) return choices.split(/(?<!\\),/u)[0]!.replace(/\\(.)/gu, '$1');
      return escaped ?? '';
    },
  );
}
