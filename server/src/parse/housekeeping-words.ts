/**
 * Whether a word in lower case is about the house and not about the matter: parts of a report, meetings and how they are
 * run, the building, and the people who work in it. A heading with such a word is hardly about an action, unless an
 * action has the word too. No stems here: a workshop's "introduction" is one, "introducing" a rule is not.
 */
export function isHousekeeping(word: string): boolean {
  return HOUSEKEEPING.has(word) || (word.endsWith('s') && HOUSEKEEPING.has(word.slice(0, -1)));
}

const HOUSEKEEPING: ReadonlySet<string> = new Set(
  (
    'abbreviation acknowledgement acronym annex appendix background bibliography disclaimer endnote erratum footnote ' +
    'foreword glossary imprint introduction layout letterhead methodology outline pagination preamble preface ' +
    'questionnaire recap respondent summary synopsis template typo ' +
    'absence adjourn agenda apology attendance attendee briefing chair chairman chairmanship chairperson chairwoman ' +
    'ceremony conference cloakroom congress delegate delegation excursion gala guest handover hostess itinerary keynote minutes ' +
    'moderator outing panellist plenary podium quorum rapporteur rehearsal rostrum seat secretariat seminar speaker ' +
    'speech symposium toast venue visit visitor webinar workshop ' +
    'attic badge balcony basement bathroom cafeteria carpet cellar cloakroom courtyard curtain desk elevator foyer ' +
    'furniture garage garden hall hallway janitor kitchen locker lounge microphone loudspeaker parking photocopier ' +
    'plumbing premises printer projector room screenshot staircase stapler stationery toilet toner upstairs wardrobe ' +
    'whiteboard ' +
    'aperitif barbecue beverage biscuit breakfast buffet cake catering caterer cocktail coffee dessert dinner lunch ' +
    'menu picnic sandwich snack supper tea ' +
    'anniversary birthday christmas choir concert costume dance drawing easter exhibition farewell festive football ' +
    'gift greeting hobby jubilee photo photograph photographer quiz raffle sightseeing souvenir trip yoga ' +
    'applicant colleague expenses holiday intern interviewee overtime payroll payslip reimbursement reimburse resignation ' +
    'rota secondment seconded secretary team teambuilding telework timesheet vacancy ' +
    'airfare archive brochure calendar correspondence email envelope folder homepage hotel inbox interpreter intranet ' +
    'invoice leaflet login luggage mail mailbox mailing newsletter password poster proofreading shuttle spreadsheet ' +
    'switchboard telephone translation translator typesetting website'
  ).split(' '),
);

/**
 * Whether a word in lower case is one of those that headings of parts of a report are made of, whatever the report is
 * about: a heading of such words alone says nothing of a subject.
 */
export function isOfReportPart(word: string): boolean {
  return REPORT_PARTS.has(word) || isHousekeeping(word);
}

const REPORT_PARTS: ReadonlySet<string> = new Set(
  (
    'accompanying analysis assurance awareness basis budget budgetary business changes communication communications compliance ' +
    'consultation consultations contacts contents control coverage data editorial evaluation evidence executive feedback ' +
    'figures finance finances financial findings framework funding governance historical human indicators institutional ' +
    'introduction introductory learned learnt legal lessons limitations media monitoring notice observations opinion outcomes outreach ' +
    'personnel planning policy political press principles protection public publication publications quality ' +
    'references reporting resources resource results risk risks scope sources staff staffing stakeholder stakeholders ' +
    'statistical statistics timeline training visibility'
  ).split(' '),
);
