import { actionAmbiguous } from './action-ambiguous';
import { actionDuplicate } from './action-duplicate';
import { actionOrder } from './action-order';
import { actionTitleMismatch } from './action-title-mismatch';
import { actionUnknown } from './action-unknown';
import { actionUnreferenced } from './action-unreferenced';
import { actionUnreported } from './action-unreported';
import { actionWrongArea } from './action-wrong-area';
import { actorAmbiguous } from './actor-ambiguous';
import { actorMissing } from './actor-missing';
import { actorNotAssigned } from './actor-not-assigned';
import { actorRenamed } from './actor-renamed';
import { actorUnknown } from './actor-unknown';
import { asOfMissing } from './as-of-missing';
import { completedInFuture } from './completed-in-future';
import { dateImpossible } from './date-impossible';
import { dateOrder } from './date-order';
import { dateUnparsable } from './date-unparsable';
import { deadlineDueSoon } from './deadline-due-soon';
import { deadlineMismatch } from './deadline-mismatch';
import { deadlineOverdue } from './deadline-overdue';
import { deliverableUnknown } from './deliverable-unknown';
import { deliverableUnreported } from './deliverable-unreported';
import { deliveredWithoutDate } from './delivered-without-date';
import { deliveredWithoutEvidence } from './delivered-without-evidence';
import { encodingInvalid } from './encoding-invalid';
import { internalError } from './internal-error';
import { overdueWithoutReason } from './overdue-without-reason';
import { periodInvalid } from './period-invalid';
import { placeholderLeft } from './placeholder-left';
import { previousBroken } from './previous-broken';
import { questionNumbering } from './question-numbering';
import { questionUnasked } from './question-unasked';
import { reportFieldMissing } from './report-field-missing';
import { reportFieldUnknown } from './report-field-unknown';
import { roadmapActorUnknown } from './roadmap-actor-unknown';
import { roadmapDateInvalid } from './roadmap-date-invalid';
import { roadmapDuplicate } from './roadmap-duplicate';
import { roadmapInvalid } from './roadmap-invalid';
import { roadmapReferenceBroken } from './roadmap-reference-broken';
import { roadmapUnknown } from './roadmap-unknown';
import type { Rule } from './rule';
import { sectionEmpty } from './section-empty';
import { sectionMissing } from './section-missing';
import { sectionOrder } from './section-order';
import { sectionUnlinked } from './section-unlinked';
import { signatoryDuplicate } from './signatory-duplicate';
import { signatoryUnknown } from './signatory-unknown';
import { statusContradiction } from './status-contradiction';
import { statusUnknown } from './status-unknown';
import { suppressionNoReason } from './suppression-no-reason';
import { suppressionUnknown } from './suppression-unknown';
import { suppressionUnused } from './suppression-unused';
import { syntax } from './syntax';
import { valueInvalid } from './value-invalid';

/** Every rule, by group, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  syntax,
  encodingInvalid,
  roadmapUnknown,
  reportFieldMissing,
  reportFieldUnknown,
  valueInvalid,
  asOfMissing,
  periodInvalid,
  previousBroken,
  placeholderLeft,
  sectionEmpty,
  sectionMissing,
  sectionOrder,
  sectionUnlinked,
  questionNumbering,
  questionUnasked,
  signatoryDuplicate,
  signatoryUnknown,
  internalError,
  actionUnknown,
  actionAmbiguous,
  actionUnreferenced,
  actionUnreported,
  actionDuplicate,
  actionTitleMismatch,
  actionOrder,
  actionWrongArea,
  deliverableUnknown,
  deliverableUnreported,
  actorUnknown,
  actorNotAssigned,
  actorMissing,
  actorRenamed,
  actorAmbiguous,
  deadlineOverdue,
  deadlineDueSoon,
  overdueWithoutReason,
  deadlineMismatch,
  dateUnparsable,
  dateImpossible,
  dateOrder,
  statusUnknown,
  statusContradiction,
  deliveredWithoutEvidence,
  deliveredWithoutDate,
  completedInFuture,
  suppressionUnused,
  suppressionUnknown,
  suppressionNoReason,
  roadmapInvalid,
  roadmapDuplicate,
  roadmapActorUnknown,
  roadmapDateInvalid,
  roadmapReferenceBroken,
];
