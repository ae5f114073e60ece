import service from '../../../templates/service.md';
import system from '../../../templates/system.md';
import type { BuiltinTemplate } from './template-library';

/** The templates that ship with Specwright, embedded by the bundler. */
export const BUILTIN_TEMPLATES: readonly BuiltinTemplate[] = [
  { id: 'system', text: system },
  { id: 'service', text: service },
];
