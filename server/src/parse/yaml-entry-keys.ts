/** The keys of an entry, of its deliverables, next steps and follow-ups, in the order in which they are written. */
export const ENTRY_KEYS = {
  entry: [
    'section',
    'action',
    'status',
    'actors',
    'due',
    'revised',
    'reason',
    'completed',
    'evidence',
    'text',
    'deliverables',
    'next',
    'follow-up',
  ],
  deliverable: ['deliverable', 'status', 'actors', 'due', 'revised', 'reason', 'completed', 'evidence'],
  next: ['text', 'actors', 'due'],
  'follow-up': ['text', 'status'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
