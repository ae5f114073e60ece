// Asks the extension host for the editor's API once, and not once for each of the sixty modules of a bundle that use it. Half of these
// would also copy all of it, property by property, unless it says that it is an ES module: together a tenth of the time to load.

/** A plugin of esbuild. */
export const editorApi = {
  name: 'editor-api',
  setup({ onResolve, onLoad }) {
    const namespace = 'editor-api';
    onResolve({ filter: /^vscode$/ }, (asked) =>
      asked.namespace === namespace ? { path: 'vscode', external: true } : { path: 'vscode', namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({
      contents: "module.exports = Object.create(require('vscode'), { __esModule: { value: true } });",
    }));
  },
};
