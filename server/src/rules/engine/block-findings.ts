import { Derived, type Chunk } from '../../syntax/chunk';
import { chunkFacts, type ChunkFacts } from '../../model/chunk-facts';
import type { Span } from '../../text/span';
import type { Slot } from '../../template/schema';
import type { Log } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';
import type { BlockContext, BlockRule, Finding } from './rule';

/** A finding with the rule that made it; its span is relative to the chunk. */
export interface BlockFinding extends Finding<Span, unknown> {
  readonly rule: BlockRule;
}

/** What the findings of a chunk depend on beside its text. */
interface Inputs {
  readonly rules: readonly BlockRule[];
  readonly spec: Pick<Spec, 'schema'>;
  /** The slot before the first heading of the chunk, then that of each heading. */
  readonly slots: readonly (Slot | undefined)[];
  readonly metadata: readonly boolean[];
}

interface Kept {
  inputs: Inputs | undefined;
  findings: readonly BlockFinding[];
}

const kept = new Derived((): Kept => ({ inputs: undefined, findings: [] }));

/** How many chunks were checked since the process started; a test holds it constant per keystroke. */
export const ruleWork = { chunksChecked: 0, documentsChecked: 0 };

/** Walks the chunks of a spec in order, checks those that changed, and tells of every finding with its chunk. */
export function forEachBlockFinding(
  spec: Spec,
  rules: readonly BlockRule[],
  log: Log,
  tell: (finding: BlockFinding, chunk: number) => void,
): void {
  const { model, alignment, schema } = spec;
  const { chunks } = model.tree;
  const metadataEnd = model.metadataEnd;
  let ordinal = -1;
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index]!;
    const facts = chunkFacts(chunk);
    const memory = kept.of(chunk);
    if (!stillHolds(memory.inputs, rules, spec, facts, ordinal, metadataEnd)) {
      const ordinals = [ordinal, ...facts.headings.map((_, i) => ordinal + i + 1)];
      const inputs: Inputs = {
        rules,
        spec: { schema },
        slots: ordinals.map((at) => alignment.slots[at]),
        metadata: ordinals.map((at) => at < metadataEnd),
      };
      memory.inputs = inputs;
      memory.findings = checkChunk(chunk, facts, inputs, log);
    }
    for (const finding of memory.findings) tell(finding, index);
    ordinal += facts.headings.length;
  }
}

function stillHolds(
  inputs: Inputs | undefined,
  rules: readonly BlockRule[],
  { schema, alignment }: Spec,
  facts: ChunkFacts,
  ordinal: number,
  metadataEnd: number,
): boolean {
  if (!inputs || inputs.rules !== rules || inputs.spec.schema !== schema) return false;
  for (let i = 0; i <= facts.headings.length; i++) {
    if (inputs.slots[i] !== alignment.slots[ordinal + i] || inputs.metadata[i] !== ordinal + i < metadataEnd)
      return false;
  }
  return true;
}

/** A rule that throws loses its own findings in this chunk and nothing else. */
function checkChunk(chunk: Chunk, facts: ChunkFacts, inputs: Inputs, log: Log): BlockFinding[] {
  ruleWork.chunksChecked += 1;
  const part = (offset: number) => facts.headings.filter(({ span }) => span.start <= offset).length;
  const context: BlockContext = {
    facts,
    schema: inputs.spec.schema,
    inMetadata: (offset) => inputs.metadata[part(offset)]!,
    slotAt: (offset) => inputs.slots[part(offset)],
  };
  const findings: BlockFinding[] = [];
  for (const rule of inputs.rules) {
    try {
      rule.check(context, (finding) => findings.push({ ...finding, rule }));
    } catch (error) {
      const start = chunk.text.slice(0, 40).replace(/\s+/gu, ' ').trim();
      log.error(`Rule "${rule.id}" failed on "${start}…": ${String(error)}`);
    }
  }
  return findings;
}
