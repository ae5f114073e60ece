import type { Slot } from '../../template/schema';
import type { FenceSpec } from '../../template/slot-content';

const LANGUAGES = new Set(['mermaid', 'plantuml', 'puml', 'dot', 'graphviz', 'd2', 'ditaa', 'svgbob']);
/** Boxes and arrows; the branches of a file tree are neither. */
const DRAWN = /[┌┐└┘╔╗▶◀▼▲►◄→←]|-->|──+>|\+--+\+/u;
const TREE = /[├└]── ?[\p{L}\p{N}.[_]/u;
const SAID = /\[[^\]]*\b(?:diagram|ascii art|mermaid|plantuml)\b[^\]]*\]/iu;

/** Whether a template asks for a diagram in a section: its title says so, or a fence of its body is one. */
export function expectsDiagram({ title, content }: Slot): boolean {
  return /\bdiagram\b/iu.test(title) || content.fences.some(isDiagram);
}

function isDiagram({ language, code }: FenceSpec): boolean {
  if (language !== undefined) return LANGUAGES.has(language);
  return SAID.test(code) || (DRAWN.test(code) && !TREE.test(code));
}

/** The beginning of a Mermaid diagram of the kind that a title names. */
export function diagramSkeleton(title: string): string {
  if (/\bsequence\b/iu.test(title))
    return 'sequenceDiagram\n    participant A as Caller\n    participant B as Service\n    A->>B: Request\n    B-->>A: Response';
  if (/\bstates?\b|\blifecycle\b/iu.test(title))
    return 'stateDiagram-v2\n    [*] --> First\n    First --> Second: Event\n    Second --> [*]';
  if (/\bentit(?:y|ies)\b|\bERD?\b|\brelationship\b/iu.test(title))
    return 'erDiagram\n    FIRST ||--o{ SECOND : has\n    FIRST {\n        uuid id PK\n    }\n    SECOND {\n        uuid id PK\n        uuid first_id FK\n    }';
  return 'flowchart LR\n    A[Caller] -->|Request| B[Service]\n    B --> C[(Store)]';
}
