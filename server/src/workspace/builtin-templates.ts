import agent from '../../../templates/agent.md';
import component from '../../../templates/component.md';
import feature from '../../../templates/feature.md';
import service from '../../../templates/service.md';
import system from '../../../templates/system.md';

/** A template that ships with Specwright. */
export interface BuiltinTemplate {
  readonly id: string;
  readonly text: string;
}

/** The templates that ship with Specwright, embedded by the bundler. */
export const BUILTIN_TEMPLATES: readonly BuiltinTemplate[] = [
  { id: 'system', text: system },
  { id: 'feature', text: feature },
  { id: 'agent', text: agent },
  { id: 'component', text: component },
  { id: 'service', text: service },
];
