/** Groups of the thesaurus about states, institutions, law and how they work; see policy-thesaurus. */
export const GOVERNMENT_GROUPS: readonly string[] = `
network, web, contact points
hub, centre, one stop shop, community, platform
one stop shop, single point of contact, portal, information platform, single window, gateway
guideline, guidance, handbook, manual, toolkit, toolbox, code of practice, code of conduct
rule, law, legislation, legal, regulation, regulatory, statute, legal framework, rulebook, directive, act, bill
enforce, enforcement, compliance, comply
sanction, penalty, fine, punish, punishment
restrictive measures, embargo, sanctions regime, sanctions evasion, circumvention
obstacle, barrier, hurdle, bottleneck, impediment, burden, red tape
administrative burden, red tape, paperwork, formalities
third countries, non EU countries, countries outside, partner countries, outside the EU, jurisdiction, foreign, abroad
country of origin, home country, homeland
cross border, transnational, transborder, cross national, cross boundary
worldwide, global, international, world wide, multilateral
multilateral, multilateralism, treaty, convention, international agreement
neighbourhood, area, district, community
neighbouring countries, neighbours, neighbourhood policy
local authorities, municipality, municipal, town, city, mayor, urban, cities, local council, councillor, commune
region, regional, cohesion, territorial
citizen, people, general public, population, resident, inhabitant
administrative, administration, civil service, public administration, bureaucracy
civil servant, public servant, public official, civil service, officials, public service
permit, licence, license, licensing, authorisation
procurement, tender, contract award, public contract, purchasing
independent, independence, autonomy, autonomous
sovereignty, strategic autonomy, dependence, dependency, self sufficiency
minister, senior official, top official, member of government
parliament, legislator, member of parliament, deputy, parliamentary
election, electoral, vote, voter, democracy, democratic, ballot, poll
political party, party financing, political financing, money in politics, donation, campaign financing
political advertising, campaign advertising
lobby, lobbying, lobbyist, interest group, interest representative, transparency register
conflict of interest, conflicts of interest, incompatibility
revolving door, cooling off, post employment, former minister, former members
integrity, ethics, ethical, probity
ethics, ethical, responsible, trustworthy
whistleblower, report wrongdoing, wrongdoing, reporting persons, speak up
open data, public data, public information, reuse of data, public sector information
access to information, freedom of information, access to documents, right to know
accountable, accountability, answerable
transparency, transparent, openness, disclosure, visibility
decision making, power, leadership, leader, decision maker, women on boards, boardroom, quota
civil society, non governmental organisation, ngo, association, charity, volunteer, grassroots
volunteer, voluntary, volunteering, solidarity corps
rule of law, independence of the judiciary, constitutional, checks and balances
human rights, fundamental rights, civil liberties, freedoms
privacy, data protection, personal data
development aid, development cooperation, humanitarian, humanitarian aid, relief, developing countries
diplomacy, diplomatic, foreign policy, external action, external relations
consular, consulate, embassy, diplomatic protection, mission abroad
enlargement, accession, candidate country
western balkans, balkan
latin america, south america, caribbean, latin american
africa, african, sahel
asia, asian, indo pacific
eastern partnership, eastern neighbours
mediterranean, southern neighbourhood
arctic, polar
outermost, overseas, island, remote
synergy, complementarity
evidence based, evidence base, knowledge base, sound evidence
knowledge gap, gaps in knowledge, lack of knowledge, unknowns
indicator, scoreboard, benchmark, metric, dashboard
register, registry, database, record, inventory, cadastre
map, atlas, geodata, geographical
institution, institutional, body, machinery, mechanism
strategy, plan, roadmap, agenda, master plan
capacity building, capacity, know how, technical assistance
coordinator, focal point, envoy, contact person
digital government, e government, egovernment, digital public services, online services
interoperability, interoperable, once only, data exchange
digital identity, electronic identity, eid, wallet
local, municipal, town, city, neighbourhood
affordable, cheap, cheaper, low cost, inexpensive, lower prices
long lasting, durable, last longer, longer lasting, =last
illegal, illicit, unlawful, clandestine, unauthorised
mandatory, compulsory, obligatory, obligation
voluntary, optional, non binding
individual, personal
vacant, empty, unused, abandoned, derelict
hostile, malicious, adversary, aggressive
early, timely, advance
new, novel, innovative
unfair, abusive, misleading, deceptive, manipulative, dark pattern
claim, assertion, statement, allegation
misuse, abuse, exploitation
public sector, public administration, state, government, authorities
private sector, companies, business, industry
reform, modernisation, restructuring
simplification, better regulation, one in one out, regulatory burden
court, jurisdiction, case law
attack, assault, aggression
place of worship, church, mosque, synagogue, temple, religious site
square, public space, street, crowded place
constitution, constitutional court, referendum
petition, citizens initiative, public participation, citizens assembly
appointment, nomination, merit
salary of officials, declaration of interests
archive, record keeping, historical records
census, household survey, statistical office
nationality, citizenship, naturalisation, passport
remote, distance, from a distance, video, videoconference, videoconferencing, virtual
judgment, judgement, ruling, verdict, case law, court decision
hearing, proceeding, trial, court case, lawsuit
lawyer, attorney, solicitor, legal aid, counsel, legal advice
accused, defendant, suspect, procedural rights
court file, case file, dossier
portal, website, online platform, single point
treaty, agreement, accord, pact, deal, compact
alliance, coalition, union, league
partner, ally, counterpart
envoy, representative, ambassador
summit, leaders, heads of state
oversight, audit, control, inspection, supervision
complaint, ombudsman, appeal, redress
fee, charge, levy, duty, contribution
deadline, time limit, delay
gap, hole, lacuna, missing
threshold, limit, ceiling, cap
target, goal, objective, benchmark
deadlock, stalemate, blockage
language regime, official language, multilingual
candidate countries, accession countries, enlargement
united states, american, transatlantic
middle east, gulf, arab
pacific, oceania
united nations, un, general assembly
`
  .trim()
  .split('\n');
