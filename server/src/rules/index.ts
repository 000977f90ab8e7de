import type { Rule } from './rule';

/** Every rule, by group, in the order of the documentation. */
export const RULES: readonly Rule[] = [];
