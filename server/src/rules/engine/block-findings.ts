import { Derived, type Chunk } from '../../syntax/chunk';
import { chunkDifference } from '../../model/chunk-difference';
import { chunkFacts, type ChunkFacts } from '../../model/chunk-facts';
import type { Span } from '../../text/span';
import type { Schema, Slot } from '../../template/schema';
import { chunkProse } from '../../model/prose';
import type { Phase } from '../../template/phase';
import type { Host } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';
import type { ActiveRule } from './active-rules';
import type { BlockContext, BlockRule, Finding } from './rule';
import { ruleWork } from './work';

/** A finding with the rule that made it; its span is relative to the chunk. */
interface BlockFinding extends Finding<Span, unknown> {
  readonly from: ActiveRule<BlockRule>;
}

type Rules = readonly ActiveRule<BlockRule>[];

/** What the findings of a chunk depend on beside its text. */
interface Inputs {
  readonly rules: Rules;
  readonly schema: Schema;
  readonly phase: Phase;
  readonly today: string;
  /** The slot before the first heading of the chunk, then that of each heading. */
  readonly slots: readonly (Slot | undefined)[];
  readonly metadata: readonly boolean[];
}

interface Kept {
  inputs: Inputs | undefined;
  findings: readonly BlockFinding[];
}

const kept = new Derived((): Kept => ({ inputs: undefined, findings: [] }));

/** A chunk with its findings. */
interface FoundInChunk {
  /** Its number in the tree. */
  readonly chunk: number;
  readonly findings: readonly BlockFinding[];
}

/** What the block rules find in one document, kept up with its edits: only chunks that an edit concerns are looked at. */
export class BlockFindings {
  private spec: Spec | undefined;
  private rules: Rules = [];
  private today = '';
  private found: readonly FoundInChunk[] = [];

  /** The chunks of a spec in which something is found, in order. */
  check(spec: Spec, rules: Rules, host: Pick<Host, 'clock' | 'log'>): readonly FoundInChunk[] {
    const { model, alignment } = spec;
    const today = host.clock.today();
    const before = this.spec;
    // The same alignment means the same number of headings: each chunk that was kept stands behind as many as it did.
    const holds =
      before?.alignment === alignment &&
      before.model.metadataEnd === model.metadataEnd &&
      this.rules === rules &&
      this.today === today;
    const known = holds ? this.found : [];
    const { from, toBefore, toAfter } = chunkDifference(
      holds ? before.model.tree.chunks : [],
      model.tree.chunks,
    );
    const shift = toAfter - toBefore;
    const behind = known.filter(({ chunk }) => chunk >= toBefore);
    this.found = [
      ...known.filter(({ chunk }) => chunk < from),
      ...checkChunks(spec, { rules, today }, from, toAfter, host.log),
      ...(shift === 0 ? behind : behind.map((each) => ({ ...each, chunk: each.chunk + shift }))),
    ];
    this.spec = spec;
    this.rules = rules;
    this.today = today;
    return this.found;
  }
}

/** The findings in the chunks from number `from` to `to`; those of chunks that stand as they stood are kept. */
function checkChunks(
  spec: Spec,
  { rules, today }: Pick<Inputs, 'rules' | 'today'>,
  from: number,
  to: number,
  log: Host['log'],
): FoundInChunk[] {
  const { model, alignment, schema, phase } = spec;
  const { metadataEnd } = model;
  const found: FoundInChunk[] = [];
  let ordinal = headingsBefore(spec, from) - 1;
  for (let index = from; index < to; index++) {
    const chunk = model.tree.chunks[index]!;
    const facts = chunkFacts(chunk);
    const memory = kept.of(chunk);
    if (!stillHolds(memory.inputs, { rules, today }, spec, facts, ordinal, metadataEnd)) {
      const ordinals = [ordinal, ...facts.headings.map((_, i) => ordinal + i + 1)];
      const inputs: Inputs = {
        rules,
        schema,
        phase,
        today,
        slots: ordinals.map((at) => alignment.slots[at]),
        metadata: ordinals.map((at) => at < metadataEnd),
      };
      memory.inputs = inputs;
      memory.findings = checkChunk(chunk, facts, inputs, log);
    }
    if (memory.findings.length > 0) found.push({ chunk: index, findings: memory.findings });
    ordinal += facts.headings.length;
  }
  return found;
}

function headingsBefore({ model }: Spec, chunk: number): number {
  const { sections } = model.shape;
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (model.headingChunk(sections[middle]!) < chunk) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stillHolds(
  inputs: Inputs | undefined,
  { rules, today }: Pick<Inputs, 'rules' | 'today'>,
  { schema, alignment }: Spec,
  facts: ChunkFacts,
  ordinal: number,
  metadataEnd: number,
): boolean {
  if (inputs?.rules !== rules || inputs.today !== today || inputs.schema !== schema) return false;
  for (let i = 0; i <= facts.headings.length; i++) {
    if (inputs.slots[i] !== alignment.slots[ordinal + i] || inputs.metadata[i] !== ordinal + i < metadataEnd)
      return false;
  }
  return true;
}

/** A rule that throws loses its own findings in this chunk and nothing else. */
function checkChunk(chunk: Chunk, facts: ChunkFacts, inputs: Inputs, log: Host['log']): BlockFinding[] {
  ruleWork.chunksChecked += 1;
  const part = (offset: number) => facts.headings.filter(({ span }) => span.start <= offset).length;
  const context: BlockContext = {
    facts,
    get prose() {
      return chunkProse(chunk);
    },
    schema: inputs.schema,
    phase: inputs.phase,
    today: inputs.today,
    inMetadata: (offset) => inputs.metadata[part(offset)]!,
    slotAt: (offset) => inputs.slots[part(offset)],
  };
  const findings: BlockFinding[] = [];
  for (const from of inputs.rules) {
    const { rule, options } = from;
    try {
      rule.check(context, (finding) => findings.push({ ...finding, from }), options);
    } catch (error) {
      const start = chunk.text.slice(0, 40).replace(/\s+/gu, ' ').trim();
      log.error(`Rule "${rule.id}" failed on "${start}…": ${String(error)}`);
    }
  }
  return findings;
}
