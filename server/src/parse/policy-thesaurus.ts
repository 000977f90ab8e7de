import { ECONOMY_GROUPS } from './thesaurus-economy';
import { ENVIRONMENT_GROUPS } from './thesaurus-environment';
import { GOVERNMENT_GROUPS } from './thesaurus-government';
import { SECURITY_GROUPS } from './thesaurus-security';
import { SOCIETY_GROUPS } from './thesaurus-society';

/**
 * Words of administrative and policy English that stand for one another in headings, one group a line: synonyms, and
 * words so close that a heading may have one where a plan has the other. They are about the language and about every
 * field of policy, not about any one document; a group earns its place by what the words mean, never by a text that
 * should match. Every form of a word counts; one with "=" before it in that form only ("trains" is no form of "training").
 */

/** What it is done about, or with whom. */
export const SUBJECT_GROUPS: readonly string[] = [
  ...GOVERNMENT_GROUPS,
  ...ECONOMY_GROUPS,
  ...SOCIETY_GROUPS,
  ...SECURITY_GROUPS,
  ...ENVIRONMENT_GROUPS,
];

/** What is done: these say little of a subject. */
export const ACTIVITY_GROUPS: readonly string[] = `
set up, create, establish, found, build, launch, form
strengthen, boost, reinforce, enhance, step up, intensify, scale up, deepen, bolster, consolidate, improve, upgrade, better, stronger
fight, combat, tackle, counter, curb, suppress, crack down, against, eradicate, stamp out, root out
facilitate, ease, easier, simplify, streamline, smooth, cut red tape
foster, promote, encourage, stimulate, incentivise, advance, further, advocate
prevent, avoid, stop, avert, deter, keep out, keep away, ward off, prevention
map, chart, identify, locate, pinpoint, inventory, take stock, mapping
unlock, release, free up, tap, harness, exploit, full use, better use, make the most, leverage
modernise, update, overhaul, reform, renew, revise, review, revision, recast, modern, renewal, up to date
remove, abolish, eliminate, lift, phase out, dismantle, break up, take down, disrupt, do away with, end
reduce, lower, decrease, cut, shrink, diminish, alleviate, relieve, mitigate, lighten, minimise, fewer, less
raise, increase, grow, expand, extend, widen, broaden, enlarge, scale up, maximise, more
speed up, accelerate, fast track, quicken, faster, quicker, swift, rapid, timely, on time, prompt
monitor, track, trace, watch, observe, surveillance, observatory, follow up
assess, evaluate, evaluation, appraise, appraisal, review, analyse, analysis
harmonise, align, approximate, converge, convergence, unify, uniform, standardise, single set, coherent, consistent
simplify, simple, simpler
deploy, roll out, install, put in place, introduce, uptake, take up
test, pilot, trial, experiment, demonstrate, sandbox
empower, enable, equip, strengthen the hand
inform, raise awareness, awareness, publicise, information campaign, campaign, outreach
recruit, enlist, enrol, hire, draw into, lure, groom
involve, include, engage, participate, participation, involvement, inclusion, take part, inclusive
cooperate, cooperation, collaborate, collaboration, work together, join forces, team up, joint work, partner, alliance, coalition, partnership, working with
coordinate, coordination, steer, orchestrate, concerted
share, exchange, swap, pool
dialogue, talks, consultation, consult, discussion, debate, conversation, discourse
protect, safeguard, shield, defend, preserve, conserve
control, check, inspect, inspection, verify, verification, scrutinise, scrutiny, vet
limit, restrict, restriction, limitation, cap, ceiling, curtail, constrain
prohibit, prohibition, ban, outlaw, forbid
collect, collection, gather, compile, measure, measurement
disclose, declare, declaration, publish, make public, publication
replace, substitute, substitution, alternative
connect, link, interconnect, join up, bring together
restore, restoration, rehabilitate, rehabilitation, bring back, rebuild, reconstruct, reconstruction
manage, management, administer, govern
adapt, adaptation, adjust, adjustment
recognise, recognition, validate, validation
convert, conversion, transition, transform, transformation, shift, switch, changeover
attract, retain, draw, keep
detect, detection, discover, spot, uncover
settle, resolve, resolution, solve
equip, provide with, supply with
divert, prevent leakage, leakage
integrate, integration, integrated, embed, mainstream, mainstreaming
certainty, predictability, predictable, clarity
quality, excellence, high standards
reward, recognise, incentive, bonus
maintain, maintenance, upkeep
prepare, preparedness, readiness, anticipate, ready, foresight, plan ahead
respond, response, react, reaction
support, help, assist, assistance, aid, back up
joint, coordinated, concerted, common, collective, shared, together
use, usage, utilise, make use
design, draw up, work out, draft, devise
delete, take down, remove, removal, erase
stop, end, halt, cut off, choke off, dry up, starve
return, come back, come home, bring back, returnee
spot, detect, recognise early, early detection, early recognition
hire, recruit, recruitment, attract
choose, select, selection, pick
warn, alert, notify
repair, mend, fix
visit, inspect
buy, purchase, acquire, procure
sell, sale, resale
pay, payment, reimburse
teach, train, educate
guide, advise, counsel, orient
certify, attest, accredit, accreditation
fund, finance, subsidise, pay for
store, keep, retain, stockpile
reduce, lower, cut, bring down, halve
close, fill, bridge, complete, completion
stop, ban, prohibit, forbid
revise, rewrite, amend, amendment
publish, release, make available, put online
open, unlock, make accessible
handle, process, treat, deal with
carry out, execute, perform, implement
translate, translation, interpret
invent, devise, pioneer
compare, comparison, benchmark
count, number, quantify, measure
simulate, exercise, rehearse
report, notify, notification
merge, combine, bundle, bring together
distribute, distribution, allocate, allocation, hand out
order, buy, purchase, procure
move, transport, carry, ship
watch, guard, patrol, police
rescue, save, evacuate
explain, clarify, interpret
`
  .trim()
  .split('\n');
