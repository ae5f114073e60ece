// Serves VS Code for the web until it is ended. A process of its own, since @vscode/test-web writes to the console whatever it does.
// The command of the package would not do: with tests to run it insists on a browser of its own.
import { createRequire } from 'node:module';

const { open } = createRequire(import.meta.url)('@vscode/test-web');
await open(JSON.parse(process.argv[2]));
