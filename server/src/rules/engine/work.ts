/** What the checker has done since the process started; tests hold it constant per keystroke. */
export const ruleWork = {
  /** Chunks that the block rules looked at. */
  chunksChecked: 0,
  /** Runs of all document rules. */
  documentsChecked: 0,
  /** Runs of single content rules. */
  contentChecked: 0,
  /** Runs of single workspace rules. */
  workspaceChecked: 0,
};
