import { runMocha } from '../run-mocha';

void runMocha(__dirname).then((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
});
