import { EXIT } from './exit';
import { run } from './program';

// A reader that has seen enough, as `head` has, closes the pipe: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set and the process not ended, so that all output reaches a slow reader.
void run(process.argv.slice(2))
  .catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Specwright failed, which is a fault of its own: ${reason}. Please report it.`);
    return EXIT.usage;
  })
  .then((code) => {
    process.exitCode = code;
  });
