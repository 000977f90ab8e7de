/** Groups of the thesaurus about crime, justice, borders, crises and defence; see policy-thesaurus. */
export const SECURITY_GROUPS: readonly string[] = `
money laundering, laundering, launder, dirty money, illicit money, illicit finance
asset, proceeds, confiscation, confiscate, seize, seizure, freeze, asset recovery
asset declaration, declaration of assets, wealth, declaration of wealth, unexplained wealth
corruption, bribery, bribe, corrupt, kickback, graft, anti corruption
fraud, cheat, scam, swindle, embezzle, fraudster
crime, criminal, criminality, offence, offender, felon
criminal network, gang, crime group, crime ring, mafia, criminal group, criminal organisation, crime gang, cartel, syndicate
environmental crime, wildlife trafficking, illegal logging, poaching, waste trafficking
cybercrime, online crime, computer crime, child sexual abuse online
law enforcement, police, policing, police force, officers
judicial, judiciary, judge, court, justice, magistrate, tribunal
access to justice, legal aid, procedural rights, fair trial
prosecutor, prosecution, prosecute, public prosecution
investigate, investigation, investigator, inquiry, detective, enquiry
evidence, proof, forensic, forensics
extradition, extradite, surrender, mutual legal assistance
prison, prisoner, jail, inmate, probation, penitentiary
prison, detention conditions, detention
victim, witness, whistleblower
terror, terrorism, terrorist, extremism, radicalisation, extremist, radicalise
terrorist content, online propaganda, hate content
explosive, bomb, chemical biological, cbrn, nuclear material
public spaces, crowded places, protection of public spaces
smuggle, smuggling, smuggler, traffic, trafficking, trafficker, contraband
human trafficking, trafficking in human beings, trafficking in persons, modern slavery, forced labour, sexual exploitation
drug, narcotic, cocaine, heroin, cannabis, drugs trade, illicit substance
synthetic drug, fentanyl, new psychoactive substances, synthetic opioid
precursor, precursor chemical
weapon, firearm, arms, gun
cultural goods, art trafficking, looted art
customs, customs officer, customs service, customs union
border, frontier, border guard, border check
external border, schengen, border management, border control
infiltrate, infiltration, undermine, penetrate
alert, warning, notification, hit
early warning, warning system, sirens, alarm
schengen information system, sis
intelligence, intelligence sharing, secret service
cybersecurity, cyber security, hacking, hacker, ransomware, cyberattack, cyber attack, information security
access control, access rights, authentication, identification of users, privilege, password
incident, breach, outage, disruption, failure
vulnerability, patch, patching, security update, weakness, security hole
encryption, cryptography, cryptographic, post quantum
critical infrastructure, critical entities, vital services
continuity, business continuity, contingency, backup, fallback, continuity plan
physical security, guarding, fence, guards, physical protection, site security
hybrid threat, hybrid attack, sabotage
undersea cable, submarine cable
threat, danger, risk, menace, dangerous, threaten, hazard
risk profile, high risk, risky, risk assessment
safety, safe, safer
security, secure
exercise, drill, stress test, simulation
crisis, emergency, disaster, resilience, resilient, preparedness, prepare, catastrophe
resilient, resilience, robust, robustness, withstand, weatherproof
civil protection, rescue, firefighter, fire brigade, first responder, rescue service
search and rescue, missing, lives at sea, save lives, saving lives, shipwreck, drown
stockpile, reserve, strategic reserve, stock
defence, military, armed forces, army, troops
peace, security, conflict, war, armed conflict, peacebuilding, mediation
mine clearance, mine, demining
reconstruction, recovery, rebuild, after the war
disarmament, arms control, non proliferation
prison release, released prisoner, probation, reoffending, recidivism
foreign fighter, foreign terrorist fighters, fighter, combatant
safety, unsafe, dangerous, safe
encrypted, encryption, decryption
drone, unmanned aircraft, uav
online safety, safe internet, protection of minors online
stalking, protection order
juvenile justice, young offender
organised crime, serious crime, mafia
environmental damage, liability
passport fraud, forged document, document fraud, forgery
pirates, piracy at sea, maritime security
peacekeeping, mission, operation abroad
ammunition, shell, missile, munition, weapon, arms
air defence, missile defence, shield, anti aircraft
troops, soldier, military, forces, army
defence industry, arms industry, arms maker, armament
defence spending, military budget, military spending
warfare, war, combat, battlefield
eastern border, eastern flank, border with russia, external border
drone, unmanned system, counter drone, uncrewed
cyber defence, electronic warfare, cyber attack
barrier, fence, wall, fortification
coast guard, maritime surveillance, patrol
piracy, armed robbery at sea, pirate
smuggler, facilitator, people smuggler
radical, extremist, far right, jihadist
suspect, wanted person, fugitive
dna, fingerprint, biometric, facial recognition
passenger data, passenger name record, pnr, advance passenger information
wiretap, interception, telecommunications data, data retention
asset freeze, frozen assets, sanctions
shelter, bunker, evacuation
blackout, power cut, outage
`
  .trim()
  .split('\n');
