/** Groups of the thesaurus about people: work, education, health, migration, equality, culture; see policy-thesaurus. */
export const SOCIETY_GROUPS: readonly string[] = `
young people, youth, young, adolescent, teenager, juvenile
child, children, minor, kid, childhood
early childhood, childcare, nursery, kindergarten, preschool, day care, crèche
elderly, older people, old age, senior citizens, older
woman, women, girl, female, gender
gender, sex, women and men, gender equality
man, men, boy, male, father
family, families, parent, parental, parenthood, carer
work life balance, parental leave, maternity leave, paternity leave, flexible working
marriage, forced marriage, early marriage, spouse
domestic violence, violence against women, gender based violence, intimate partner, femicide, shelters
harassment, bullying, sexual violence, abuse, stalking, cyberbullying
disabled, disability, accessible, accessibility, reduced mobility, barrier free
minority, roma, ethnic, indigenous
lgbtiq, sexual orientation, homophobia
discrimination, equality, equal treatment, racism, anti discrimination, xenophobia, intolerance, equal opportunities
equality, equal, inequality, disparity, equal opportunities, parity, gap between rich and poor
racism, racist, racial, antisemitism, hate speech, hate crime, hatred, xenophobia
poverty, poor, social exclusion, deprived, vulnerable, disadvantaged, fewer opportunities
vulnerable, vulnerability, at risk, marginalised, disadvantaged
homeless, homelessness, rough sleeper, housing exclusion
housing, house, dwelling, home, rent, affordable housing
hunger, malnutrition, food security, food aid, famine
social, welfare, social protection, social services
social security, social insurance, benefits, entitlement, social protection, contributions
portable, portability, carry over, transferable
social cohesion, inclusion, integration, inclusive society, belonging
basic services, public services, essential services
wage, pay, salary, income, minimum wage, earnings
pay gap, equal pay, pay transparency
fair, just, just transition, fairness
worker, employee, staff, labour, workforce, personnel
employer, job, employment, work place, vacancy
decent work, working conditions, labour rights, fair recruitment, labour exploitation, quality jobs
labour shortage, skills shortage, skilled workers, talent, talent pool
occupational safety, health and safety at work, accidents at work
trade union, social dialogue, collective bargaining, social partners
platform work, gig economy, platform workers
undeclared work, informal work, informal economy, labour inspection
unemployment, jobless, unemployed, out of work
internship, traineeship, placement, apprenticeship, work experience, =trainees, =trainee
skill, competence, competency, ability, know how, =competences, proficiency
reskill, upskill, retrain, lifelong learning, adult learning
training, =trained, =trainings, =train, =trainer, =trainers, coaching, instruction, course
vocational training, vocational education, apprenticeship, dual training
teacher, educator, teach, taught, teaching, school staff, lecturer, tutor
student, pupil, learner, graduate, schoolchild, schoolchildren
student exchange, exchange programme, erasmus, study abroad, mobility programme
school, classroom, education, curriculum, learn, lesson
learning, teaching, education, pedagogy, pedagogical
dropout, early school leaving, drop out, truancy
university, college, higher education, campus, academic
qualification, diploma, degree, recognition of qualifications, mutual recognition
literacy, understanding, knowledge, familiarity
reading, literacy, numeracy, basic skills
language, multilingual, multilingualism
disinformation, misinformation, fake news, false news, hoax, manipulation, propaganda, foreign interference
media, press, journalist, broadcaster, broadcasting, newspaper
media freedom, media pluralism, editorial independence, safety of journalists
stereotype, portrayal, image, perception
culture, cultural, heritage, museum, artist
creative industries, creative sector, film, audiovisual, music
sport, athlete, physical activity, exercise
game, gambling, betting
health, healthy, healthier, medical, healthcare, healthcare worker
health system, healthcare system, primary care, health workforce
public health, health promotion, healthy lifestyle, prevention of disease
disease, illness, epidemic, pandemic, infection
pandemic, epidemic, outbreak, health emergency, health threat, health crisis
cancer, tumour, oncology, malignant, carcinoma
screening, early detection, mammography, check up
diagnosis, diagnostic, diagnostics, testing
treatment, therapy, therapies, cure, medical care
vaccine, vaccination, immunisation, jab, inoculation
hpv, human papillomavirus, papillomavirus
hiv, aids, tuberculosis, malaria, hepatitis
antimicrobial resistance, antibiotic, antimicrobial, resistant bacteria, amr
medicine, pharmaceutical, medicinal, pharmacy, drug shortages, medicines
rare disease, orphan medicine
medical device, medical equipment, ventilator
medical imaging, imaging, =image, =images, radiology, scan, scanner, x ray
clinical trial, clinical study, trials
hospital, clinic, doctor, nurse, patient
patient, survivor, sufferer
health data, patient data, electronic health record, patient file
cross border healthcare, patient mobility
organ donation, transplantation, blood, tissue
mental health, well being, wellbeing, psychological, psychosocial, suicide, depression, loneliness
quality of life, living conditions, well being, standard of living
dementia, alzheimer, long term care, nursing care, home care
reproductive health, sexual health, maternal health, maternity, pregnancy, midwife, contraception
tobacco, smoking, smoke, cigarette, vaping
alcohol, drinking, binge
obesity, overweight, diet, nutrition
addiction, substance use, overdose, harm reduction
harm, damage, injury
migrant, migration, immigration, asylum, refugee, immigrant, newcomer
emigrant, diaspora, expatriate, nationals abroad
legal migration, regular migration, regular pathways, legal pathways, work visa, blue card
irregular migration, illegal migration, undocumented, illegal entry
return, return policy, readmission, repatriation, deportation, voluntary return
reintegration, reintegrate, resettle, back home
resettlement, relocation, humanitarian admission
asylum, international protection, refugee, asylum seeker
reception conditions, reception centre, accommodation
unaccompanied minors, guardian, guardianship
statelessness, stateless, nationality
identity, identity card, identification, id card, passport, birth certificate, travel document
visa, entry permit, residence permit
documentation, papers, passport, certificate
detention, detain, custody, imprisonment, imprison
population, demographic, demography, ageing, birth rate, census
root causes, drivers, push factors
ageing, active ageing, longevity
leisure, recreation, free time
religion, religious, faith, church
youth work, youth worker, youth centre, youth organisation
sign language, deaf, hard of hearing, braille, blind
independent living, deinstitutionalisation, living at home, live independently
person with disabilities, persons with disabilities, disabled people, disabled person, disability
barrier, accessibility, accessible, barrier free, obstacle free
exam, assessment of pupils, grade, school leaving
textbook, teaching material, learning material
open science, open access, research data
researcher, scientist, research career, doctoral
art, arts, theatre, dance, literature, book
library, reading, archive
monument, historic building, heritage site
adoption, foster care, custody of children, alimony
orphan, children in care, institutional care
abortion, contraception, family planning
salary gap, glass ceiling
doping, match fixing
club, amateur sport, grassroots sport
hospital bed, bed, intensive care, surge capacity
mask, protective equipment, gown, respirator
emergency care, ambulance, paramedic
dental, oral health, vision
rehabilitation, reintegration, resocialisation, disengagement
nutrition, healthy eating, breastfeeding
travel, journey, trip
exploitation of workers, forced labour, child labour
newborn, infant, baby
foreign worker, migrant worker, labour migration
artist, author, musician, writer, creator, performer
festival, concert, tour, touring, performance
audience, spectator, cultural participation, public
restitution, return of objects, colonial, looted, repatriation
monument, heritage, historic site, archaeological
literature, book, reading, translation, publishing, publisher
film, cinema, series, audiovisual, production
radio, television, public broadcaster, streaming
design, architecture, fashion
pupil, schoolchild, class, classroom
exam, test, assessment, pisa
tuition, scholarship, student loan, grant
campus, alliance of universities, european universities
career, profession, occupation
leave, parental leave, sick leave
pay, wage, salary, remuneration
working conditions, terms of employment, employment contract, pay
burnout, stress, psychosocial risks
injury, accident at work, occupational disease
medical doctor, physician, general practitioner, primary care
surgery, operation, waiting list
ambulance, emergency room, emergency service
blood, plasma, cell, tissue
pathogen, virus, bacteria, germ, microbe
sequencing, genome, genomic, genetic testing
test, testing, laboratory, diagnostics
care home, nursing home, residential care
homecare, informal carer, caregiver
cigarette, nicotine, tobacco
diabetes, heart disease, cardiovascular, chronic disease
violence, violent, abuse, maltreatment, brutality
children, young people, minors, youth, young
politics, political life, public life
hospitality, hotel, restaurant, gastronomy, catering
kindergarten, nursery, day nurseries, childcare places, early childhood
parent, parenthood, guardian
`
  .trim()
  .split('\n');
