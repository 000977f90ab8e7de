/** A verb that plans and undertakings are made of, and what a title makes of it. */
export interface Verb {
  /** In small letters, several words where it has a particle: "set up". */
  readonly base: string;
  readonly participle: string;
  readonly gerund: string;
  /**
   * What stands in a title for it, before its object: "Evaluation of"; empty where the object alone says it ("carry out
   * a study").
   */
  readonly noun: string;
  /** It says what something is good for rather than what is done: "help", "contribute". */
  readonly isEffect: boolean;
}

/** Base, what a title has for it; "-" where the object alone is the title, "!" in front of verbs of effect. */
const LEXICON = `
accelerate:Acceleration of|address:Work on|adhere:Adherence|adjust:Adjustment of|adopt:Adoption of|advance:Progress on|agree:Agreement|align:Alignment of|
allocate:Allocation of|amend:Amendment of|analyse:Analysis of|analyze:Analysis of|apply:Use of|appoint:Appointment of|assess:Assessment of|
assemble:-|assign:Assignment of|assist:Assistance to|audit:Audit of|boost:More|bring:Bringing|broaden:Wider|bring forward:-|bring together:Bringing together|build:-|build up:-|build upon:Work on|build on:Work on|call:Call|
carry out:-|check:Check of|clarify:Clarification of|collaborate:Cooperation|collect:Collection of|combat:Fight against|combine:Combination of|commission:-|
communicate:Communication of|compile:-|complete:Completion of|conclude:Conclusion of|conduct:-|connect:Connection of|consider:Consideration of|consolidate:Consolidation of|consult:Consultation of|
continue:Continued|contribute:!Contribution|convene:-|convert:Conversion of|cooperate:Cooperation|coordinate:Coordination of|create:-|cut:Cut of|decide:Decision|define:Definition of|deliver:-|
deploy:Deployment of|design:Design of|designate:Designation of|determine:Determination of|develop:-|discuss:Discussion of|disseminate:Dissemination of|distribute:Distribution of|draft:-|draw up:-|
digitise:Digitisation of|eliminate:End of|enable:!|embed:Embedding of|enact:Enactment of|encourage:Encouragement of|endorse:Endorsement of|enforce:Enforcement of|engage:Engagement|enhance:Better|enlarge:Larger|ensure:-|equip:Equipment of|
establish:-|evaluate:Evaluation of|examine:Examination of|exchange:Exchange of|execute:Execution of|expand:Expansion of|express:-|explore:Exploration of|extend:Extension of|
facilitate:Easier|finalise:Final|finalize:Final|finance:Financing of|follow up:Follow-up to|formulate:-|foster:More|fund:Funding of|gather:Gathering of|generate:-|grant:Grant of|harmonise:Harmonisation of|harmonize:Harmonisation of|
help:!Help to|hold:-|host:-|identify:Identification of|implement:Implementation of|improve:Better|include:Inclusion of|incorporate:Inclusion of|increase:More|inform:Information of|initiate:Start of|install:Installation of|integrate:Integration of|
intensify:More|introduce:Introduction of|invest:Investment|investigate:Investigation of|invite:Invitation of|involve:Involvement of|issue:-|join:Accession to|launch:Launch of|lead:!|limit:Limits to|link:Link of|maintain:Continued|make:-|manage:Management of|map:Mapping of|
maximise:Best use of|maximize:Best use of|measure:Measurement of|meet:Meeting|mobilise:Mobilisation of|mobilize:Mobilisation of|modernise:Modernisation of|modernize:Modernisation of|monitor:Monitoring of|negotiate:Negotiation of|nominate:Nomination of|notify:Notification of|
offer:Offer of|open:Opening of|organise:-|organize:-|participate:Participation|perform:-|phase out:End of|pilot:Pilot of|plan:Plan of|plant:Planting of|prepare:-|present:Presentation of|preserve:Preservation of|prevent:Prevention of|prioritise:Priority for|produce:-|promote:Promotion of|
propose:Proposal of|protect:Protection of|provide:-|provide for:-|publish:Publication of|purchase:Purchase of|put forward:-|put in place:-|ratify:Ratification of|reach:-|respond:Response|recruit:Recruitment of|reduce:Reduction of|reflect:Reflection on|reform:Reform of|register:Registration of|
reinforce:Stronger|release:Release of|renew:Renewal of|repeal:Repeal of|replace:Replacement of|report:Report|request:Request of|require:Requirement of|restore:Restoration of|restrict:Limits to|resume:Resumption of|review:Review of|revise:Revision of|roll out:Rollout of|run:-|scale up:More|
schedule:Schedule of|screen:Screening of|secure:Securing of|set:-|set out:-|set up:-|share:Sharing of|simplify:Simplification of|speed up:Faster|standardise:Standards for|start:Start of|step up:More|streamline:Streamlining of|strengthen:Stronger|strive:Effort|submit:Submission of|
support:Support to|survey:Survey of|take:-|take place:-|take forward:Progress on|take into account:Account of|take over:Takeover of|take part:Participation|take up:-|target:Targeting of|test:Test of|tackle:Fight against|track:Tracking of|train:Training of|transfer:Transfer of|translate:Translation of|transmit:Transmission of|transpose:Transposition of|
undertake:-|unlock:Use of|update:Update of|upgrade:Upgrade of|use:Use of|utilise:Use of|verify:Verification of|visit:Visit to|widen:Wider|work:Work|accede:Accession|redesign:Redesign of|rebuild:Rebuilding of|transform:Transformation of|migrate:Migration of|remove:Removal of|select:Selection of|employ:Use of|welcome:Welcome to|resolve:Resolution of|begin:Start of|embed:Embedding of|digitalise:Digitalisation of|decarbonise:Decarbonisation of|electrify:Electrification of|retrofit:Retrofit of|ban:Ban on|repair:Repair of|procure:Procurement of|regulate:Regulation of|inspect:Inspection of|certify:Certification of|recognise:Recognition of|validate:Validation of|educate:Education of|gather:Gathering of|pool:Pooling of|phase in:Introduction of|appoint:Appointment of|reallocate:Reallocation of|conduct:-|deepen:Deeper|disrupt:Disruption of|dismantle:Dismantling of|seize:Seizure of|confiscate:Confiscation of|issue alerts:-|
allow:!|benefit:!|result:!|remain:!|become:!|lead to:!|mean:!|need:!|depend:!|constitute:!|serve:!|feed:!|bring about:!|give:!|have:!|cover:!|form:!|show:!|give rise:!|focus:!|aim:!|draw:!|see:!|seek:!|require further:!|concern:!|rely:!|play:!|outline:!|describe:!|summarise:!|go:!|guide:!|be:!
`;

const IRREGULAR: Readonly<Record<string, string>> = {
  bring: 'brought',
  build: 'built',
  cut: 'cut',
  draw: 'drawn',
  hold: 'held',
  lead: 'led',
  make: 'made',
  meet: 'met',
  put: 'put',
  run: 'run',
  set: 'set',
  ban: 'banned',
  rebuild: 'rebuilt',
  begin: 'begun',
  take: 'taken',
  undertake: 'undertaken',
  give: 'given',
  strive: 'striven',
  have: 'had',
  see: 'seen',
  seek: 'sought',
  show: 'shown',
  mean: 'meant',
  feed: 'fed',
  go: 'gone',
  be: 'been',
  become: 'become',
  plan: 'planned',
  submit: 'submitted',
  permit: 'permitted',
  map: 'mapped',
  equip: 'equipped',
  transfer: 'transferred',
  transmit: 'transmitted',
  embed: 'embedded',
};
const DOUBLED = /^(?:ban|begin|plan|submit|permit|map|equip|transfer|transmit|embed|run|cut|set|put)$/;

const VERBS: readonly Verb[] = LEXICON.replace(/\s*\n\s*/g, '')
  .split('|')
  .flatMap((entry) => {
    const [base = '', noun = ''] = entry.split(':');
    return base === '' ? [] : [verbOf(base, noun)];
  });

const BY_BASE: ReadonlyMap<string, Verb> = new Map(VERBS.map((verb) => [verb.base, verb]));
const BY_PARTICIPLE: ReadonlyMap<string, Verb> = new Map(VERBS.map((verb) => [verb.participle, verb]));
const BY_GERUND: ReadonlyMap<string, Verb> = new Map(VERBS.map((verb) => [verb.gerund, verb]));

/** A verb at the start of a text: which, and where it ends. */
export interface VerbAt {
  readonly verb: Verb;
  readonly end: number;
}

/** The verb in its base form that a text begins with: "set up a team". */
export function baseVerbAt(text: string): VerbAt | undefined {
  return verbAt(text, BY_BASE);
}

/** The participle that a text begins with: "set up by the Commission". */
export function participleAt(text: string): VerbAt | undefined {
  return verbAt(text, BY_PARTICIPLE);
}

/** The gerund that a text begins with: "Setting up a team", "Setting-up". */
export function gerundAt(text: string): VerbAt | undefined {
  return verbAt(text, BY_GERUND);
}

/** Base forms that are hardly ever nouns: where one stands behind "and" or a comma, another undertaking begins. */
export function isPlainVerb({ base }: Verb): boolean {
  return !ALSO_NOUNS.has(base.split(' ')[0] ?? '') || base.includes(' ');
}

const ALSO_NOUNS: ReadonlySet<string> = new Set(
  'address advance audit ban benefit pool repair redesign retrofit welcome boost call check commission complete contact contract cover cut design draft exchange focus fund form grant help host increase issue launch lead limit link measure monitor need offer open pilot plan plant present purchase register release report request result review run schedule screen secure set show start support survey target test track train transfer update upgrade use visit work form aim have be result request trial guide'.split(
    ' ',
  ),
);

function verbAt(text: string, table: ReadonlyMap<string, Verb>): VerbAt | undefined {
  const words = /^\s*([\p{L}]+)(?:[\s-]+([\p{L}]+))?(?:\s+([\p{L}]+))?/u.exec(text);
  if (!words) {
    return undefined;
  }
  const lower = words.slice(1).map((word) => (word ?? '').toLowerCase());
  for (const count of [3, 2, 1]) {
    const verb = table.get(lower.slice(0, count).join(' ').trim());
    if (verb && lower.slice(0, count).every((word) => word !== '')) {
      const pattern = new RegExp(
        String.raw`^\s*${Array.from({ length: count }, () => String.raw`[\p{L}]+`).join(String.raw`[\s-]+`)}`,
        'u',
      );
      return { verb, end: pattern.exec(text)?.[0].length ?? 0 };
    }
  }
  return undefined;
}

function verbOf(base: string, written: string): Verb {
  const [first = '', ...rest] = base.split(' ');
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  const stem = first.replace(/e$/, '');
  const participle =
    IRREGULAR[first] ??
    (first.endsWith('e') ? `${first}d` : /[^aeou]y$/.test(first) ? `${first.slice(0, -1)}ied` : `${first}ed`);
  const gerund =
    first === 'be'
      ? 'being'
      : first === 'see'
        ? 'seeing'
        : DOUBLED.test(first)
          ? `${first}${first.slice(-1)}ing`
          : `${/(?:ee|ye)$/.test(first) ? first : stem}ing`;
  const isEffect = written.startsWith('!');
  const noun = isEffect ? written.slice(1) : written === '-' ? '' : written;
  return { base, participle: participle + tail, gerund: gerund + tail, noun, isEffect };
}
