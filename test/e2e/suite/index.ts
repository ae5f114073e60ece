import { runMocha } from '../run-mocha';

/** What VS Code calls in its extension host. */
export async function run(): Promise<void> {
  const failures = await runMocha(__dirname);
  if (failures > 0) throw new Error(`${failures} failed`);
}
