/**
 * Words of administrative and policy English that stand for one another in headings, one group a line: synonyms, and
 * words so close that a heading may have one where a plan has the other. They are about the language and about every
 * field of policy, not about any one document; a group earns its place by what the words mean, never by a text that
 * should match. Every form of a word counts; one with "=" before it in that form only ("trains" is no form of "training").
 */

/** What is done: these say little of a subject. */
export const ACTIVITY_GROUPS: readonly string[] = `
set up, create, establish, found, build, launch, form
strengthen, boost, reinforce, enhance, step up, intensify, scale up, deepen, bolster, consolidate, improve, upgrade, better
fight, combat, tackle, counter, curb, suppress, crack down
facilitate, ease, simplify, streamline, smooth, cut red tape
foster, promote, encourage, stimulate, incentivise, advance, further
prevent, avoid, stop, avert, deter, keep out, keep away
map, chart, identify, locate, pinpoint, inventory, take stock
unlock, release, free up, tap, harness, exploit, full use, better use, make the most
modernise, update, overhaul, reform, renew, revise, review, revision, recast, modern, renewal
remove, abolish, eliminate, lift, phase out, dismantle, break up, take down, disrupt
reduce, lower, decrease, cut, shrink, diminish, alleviate, relieve, mitigate, lighten
raise, increase, grow, expand, extend, widen, broaden, enlarge
speed up, accelerate, fast track, quicken, faster, quicker, swift, rapid
monitor, track, trace, watch, observe, surveillance, observatory
assess, evaluate, evaluation, appraise, appraisal, review
harmonise, align, approximate, converge, convergence, unify, uniform, standardise, single set
simplify, simple, simpler
deploy, roll out, install, put in place, introduce
test, pilot, trial, experiment, demonstrate, sandbox
empower, enable, equip, strengthen the hand
inform, raise awareness, awareness, publicise, information campaign, campaign
recruit, enlist, enrol, hire, draw into, lure, groom
involve, include, engage, participate, participation, involvement, inclusion, take part
cooperate, cooperation, collaborate, collaboration, work together, join forces, team up, joint work, partner, alliance, coalition, partnership
coordinate, coordination, steer, orchestrate
share, exchange, swap, pool
dialogue, talks, consultation, consult, discussion, debate, conversation
protect, safeguard, shield, defend, preserve, conserve
`
  .trim()
  .split('\n');

/** What it is done about, or with whom. */
export const SUBJECT_GROUPS: readonly string[] = `
network, web, contact points
hub, centre, one stop shop, community, platform
guideline, guidance, handbook, manual, toolkit, toolbox, code of practice, code of conduct
rule, law, legislation, legal, regulation, regulatory, statute, legal framework, rulebook, directive
enforce, enforcement, compliance, comply
sanction, penalty, fine, punish, punishment
obstacle, barrier, hurdle, bottleneck, impediment, burden, red tape
third countries, non EU countries, countries outside, partner countries, outside the EU, jurisdiction, foreign
cross border, transnational, transborder, cross national
worldwide, global, international, world wide
neighbourhood, area, district, community
local authorities, municipality, town, city, mayor, urban, cities
citizen, people, public, population, resident, inhabitant
young people, youth, young, adolescent, teenager, juvenile
child, children, minor, kid
elderly, older people, old age, senior citizens
woman, women, girl, female, gender
disabled, disability, accessible, accessibility, reduced mobility
consumer, customer, buyer, client, shopper
worker, employee, staff, labour, workforce, personnel
employer, job, employment, work place, vacancy
unemployment, jobless, unemployed
internship, traineeship, placement, apprenticeship, work experience, =trainees, =trainee
skill, competence, competency, ability, know how, =competences, proficiency
reskill, upskill, retrain, lifelong learning
training, =trained, =trainings, =train, =trainer, =trainers, coaching, instruction, course
teacher, educator, teach, taught, teaching, school staff, lecturer, tutor
student, pupil, learner, graduate, schoolchild, schoolchildren
school, classroom, education, curriculum, learn, lesson
university, college, higher education, campus, academic
certificate, certification, diploma, credential, qualification, attest, proof of skills
literacy, understanding, knowledge, familiarity
digital, online, internet, electronic, cyber, virtual, computer, paperless, =it tools
broadband, connectivity, fibre, wifi, wi fi, internet access, connected
artificial intelligence, ai, machine learning, algorithm, algorithmic
data, dataset, statistics, figures, database
privacy, data protection, personal data
disinformation, misinformation, fake news, false news, hoax, manipulation
software, application, app, digital tool
equipment, device, hardware, apparatus, laptop, tablet
cybersecurity, hacking, ransomware, cyberattack
ethics, ethical, responsible, trustworthy
research, science, scientific, innovate, innovation, researcher
stem subjects, mathematics, engineering, engineer, technology, technological
company, companies, firm, business, businesses, enterprise, corporate, corporation, undertaking
small and medium sized enterprises, smes, sme, small businesses, small firms, small companies, smaller companies, start ups, start up, startups, midcaps
entrepreneur, entrepreneurship, founder
finance, financial, funding, money, fund, capital
invest, investor, investment, saver
retail investor, small investor, household, savers, ordinary investor
institutional investor, insurer, insurance, pension fund
equity, share capital, shareholder, stock, shares, owner
stock exchange, public market, listed, listing, ipo, go public, quotation, flotation
bank, banking, lender, lend, loan, credit, borrow
securitisation, securitise, securitised, asset backed
crowdfunding, alternative funding, alternative lender, alternative provider, non bank
venture capital, long term investment fund, private equity
pension, retirement, retire, retiree, pensioner, old age savings
tax, taxation, fiscal, withholding, levy
insolvency, bankruptcy, bankrupt, insolvent, winding up, restructuring
supervise, supervision, supervisory, supervisor, oversight, watchdog
clearing, settlement, post trade, depository, csd
disclosure, transparency, transparent, visible, visibility, single access point, public information
trading data, consolidated tape, price data, price transparency
advice, adviser, advisor, advisory, counsel
trust, confidence, reliability
dispute, arbitration, protection of investments, investor protection
budget, spending, expenditure, public spending
money laundering, laundering, launder, dirty money, illicit money, illicit finance
asset, proceeds, confiscation, confiscate, seize, seizure, freeze, asset recovery
corruption, bribery, bribe, corrupt, kickback
fraud, cheat, scam, swindle, embezzle
crime, criminal, criminality, offence, offender, felon
criminal network, gang, crime group, crime ring, mafia, criminal group, criminal organisation, crime gang, cartel, syndicate
law enforcement, police, policing, police force, officers
judicial, judiciary, judge, court, justice, magistrate, tribunal
prosecutor, prosecution, prosecute, public prosecution
investigate, investigation, investigator, inquiry, detective, enquiry
evidence, proof, forensic, forensics
extradition, extradite, surrender, mutual legal assistance
victim, witness, whistleblower
terror, terrorism, terrorist, extremism, radicalisation
smuggle, smuggling, smuggler, traffic, trafficking, trafficker, contraband
drug, narcotic, cocaine, heroin, cannabis, drugs trade, illicit substance
addiction, substance use, overdose, harm reduction
synthetic drug, fentanyl, new psychoactive substances, synthetic opioid
precursor, precursor chemical
weapon, firearm, arms, gun
customs, customs officer, customs service, customs union
border, frontier, border guard, border check
port, harbour, seaport, quay, terminal, dock
logistic hub, logistics hub, supply chain, gateway
infiltrate, infiltration, undermine, penetrate
alert, warning, notification, hit
schengen information system, sis
administrative, administration, civil service, public administration, bureaucracy
permit, licence, license, licensing, authorisation
procurement, tender, contract award
latin america, south america, caribbean, latin american
africa, african, sahel
western balkans, balkan
synergy, complementarity
threat, danger, risk, menace, dangerous, threaten, hazard
harm, damage, injury
safety, safe, safer
security, secure
health, healthy, healthier, medical, healthcare, healthcare worker
disease, illness, cancer, epidemic, pandemic, infection
medicine, pharmaceutical, medicinal, vaccine
hospital, clinic, doctor, nurse, patient
mental health, well being, wellbeing
food, nutrition, diet, foodstuff
farm, farmer, agriculture, agricultural, farming
pesticide, fertiliser, plant protection
animal, livestock, veterinary
fish, fishery, fisheries, fishing, aquaculture
forest, forestry, woodland, deforestation
biodiversity, nature, species, ecosystem, wildlife
water, river, freshwater
sea, ocean, marine, maritime, coastal
waste, rubbish, litter, recycling, recycle
circular, reuse, repair
packaging, plastic, single use
pollution, pollutant, contaminate, clean air, air quality, zero pollution
climate, global warming, climate change
emission, greenhouse gas, carbon, co2, decarbonise, decarbonisation, carbon neutral, climate neutral, zero emission
environment, environmental, ecological, green, greener, greening, sustainable, sustainability
energy, electricity, power, power grid
renewable, solar, wind power, photovoltaic, renewables
hydrogen, fuel cell
fuel, petrol, diesel, kerosene, biofuel, low carbon fuel
energy efficiency, energy saving, insulation, renovation, renovate
building, house, housing, dwelling, home
transport, mobility, travel, traveller, passenger, commute, commuter
vehicle, car, van, automobile, automotive, motor
lorry, truck, heavy duty, haulage, haulier
charging, recharge, recharging, refuelling, filling station, charging point, charging station
rail, railway, =trains, high speed rail, locomotive, =rail
aviation, airline, airport, flight, aircraft, air transport, aeroplane, plane, flying
ship, vessel, shipping, waterborne, ferry, inland waterway, barge
road, motorway, highway, road traffic
freight, cargo, goods transport, logistics, parcel, intermodal, multimodal
bicycle, bike, cycling, cyclist, pedestrian, walking, active mobility
public transport, bus, tram, metro, underground
ticket, ticketing, fare, booking, seat reservation
automated, autonomous, self driving, driverless, drone, unmanned, robot
accident, crash, collision, road death, fatality, zero deaths
infrastructure, corridor, trans european network, missing link
price, pricing, cost, charge, toll, polluter pays
subsidy, state aid, grant, financial aid, financial support
competition, antitrust, merger, cartel law
internal market, single market, free movement
trade, export, import, tariff
intellectual property, patent, copyright, trademark
standard, standardisation, norm, benchmark
passenger rights, air passenger, compensation, refund
migrant, migration, immigration, asylum, refugee, return policy
human trafficking, trafficking in human beings
discrimination, equality, equal treatment, racism, anti discrimination
poverty, poor, social exclusion, deprived, vulnerable
social, welfare, social protection, social services
wage, pay, salary, income, minimum wage
fair, just, just transition, fairness
rural, countryside, remote, outermost, island
region, regional, cohesion
culture, cultural, heritage, museum, artist
media, press, journalist, broadcaster
sport, athlete
tourism, tourist, visitor
space, satellite, galileo
defence, military, armed forces
crisis, emergency, disaster, resilience, resilient, preparedness, prepare
election, electoral, vote, voter, democracy, democratic
`
  .trim()
  .split('\n');
