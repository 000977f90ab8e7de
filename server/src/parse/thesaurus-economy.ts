/** Groups of the thesaurus about money, business, industry, technology and transport; see policy-thesaurus. */
export const ECONOMY_GROUPS: readonly string[] = `
company, companies, firm, business, businesses, enterprise, corporate, corporation, undertaking
small and medium sized enterprises, smes, sme, small businesses, small firms, small companies, smaller companies, start ups, start up, startups, midcaps
start up, startups, start ups, scale ups, scaleups, spin off, incubator, accelerator
entrepreneur, entrepreneurship, founder, self employed, business creation
social economy, social enterprise, cooperative society, mutual society
corporate governance, board, company boards, directors
due diligence, responsible business, corporate responsibility, corporate sustainability
economy, economic, macroeconomic, business
finance, financial, funding, money, fund, capital, financing
invest, investor, investment, saver
retail investor, small investor, household, savers, ordinary investor
institutional investor, insurer, insurance, pension fund
equity, share capital, shareholder, stock, shares, owner
stock exchange, public market, listed, listing, ipo, go public, quotation, flotation
bank, banking, lender, lend, loan, credit, borrow
deposit insurance, deposit guarantee, banking union
debt, over indebted, indebtedness, bond
securitisation, securitise, securitised, asset backed
crowdfunding, alternative funding, alternative lender, alternative provider, non bank
venture capital, long term investment fund, private equity
sustainable finance, green finance, green bond, taxonomy
crypto, crypto asset, virtual asset, bitcoin, digital euro, virtual currency
payment, instant payment, payee, card payment, transfer of money, money transfer
remittance, money transfer
pension, retirement, retire, retiree, pensioner, old age savings
tax, taxation, fiscal, withholding, levy, vat
tax avoidance, tax evasion, profit shifting, tax planning, aggressive tax, tax haven, base erosion, tax fraud
transfer pricing, intra group
intangible, intangibles, patent, trademark, brand, licence fee
insolvency, bankruptcy, bankrupt, insolvent, winding up, restructuring
supervise, supervision, supervisory, supervisor, oversight, watchdog
regulator, regulatory authority, national authorities, competent authority, supervisor, watchdog
clearing, settlement, post trade, depository, csd
disclosure, transparency, transparent, visible, visibility, single access point, public information
trading data, consolidated tape, price data, price transparency
audit, auditing, auditor, external control
beneficial owner, beneficial ownership, true owner, ownership, ultimate owner
advice, adviser, advisor, advisory, counsel
trust, confidence, reliability, reliable, credible
dispute, arbitration, mediation, litigation, arbitrator, complaint
investor protection, protection of investments, investment protection
budget, spending, expenditure, public spending
subsidy, state aid, grant, financial aid, financial support
insurance, insure, insurer, cover against
competition, antitrust, merger, cartel law
internal market, single market, free movement, common market
public service obligation, services of general interest
trade, export, import, tariff, exporter, importer
trade agreement, free trade, market access, trade deal
dual use, export control, technology transfer
foreign investment, investment screening, foreign subsidies, takeover
value chain, supply chain, production chain, sourcing
supplier, vendor, provider, contractor, manufacturer
raw material, raw materials, mineral, mining, rare earth, metal, ore
industry, industrial, manufacturing, factory, manufacture
steel, aluminium, cement, energy intensive
chemical, chemicals, substance, reach regulation
semiconductor, chip, chips, microelectronics, microchip
battery, batteries, accumulator, energy storage
price, pricing, cost, charge, toll, polluter pays
polluter pays, carbon pricing, emissions trading, carbon price, carbon tax
intellectual property, patent, copyright, trademark, counterfeit, piracy
standard, standardisation, norm, benchmark, norms
consumer, customer, buyer, client, shopper
product safety, recall, market surveillance, unsafe products
label, labelling, logo, mark, quality mark
advertising, marketing, commercial, advert, promotion campaign
certificate, certification, diploma, credential, qualification, attest, proof of skills
tourism, tourist, visitor, holidaymaker, destination
construction, building sector, builder
digital, online, internet, electronic, cyber, virtual, computer, paperless, =it tools
digital, digitise, digitalise, digitalisation, digitisation
broadband, connectivity, fibre, wifi, wi fi, internet access, connected, high speed internet
5g, mobile network, telecom, telecoms, telecommunication, mobile operator, network operator, operator, 6g
artificial intelligence, ai, machine learning, algorithm, algorithmic
data, dataset, statistics, figures, database, statistical
data space, data sharing, common data, data pool
cloud, edge computing, data centre, supercomputer, high performance computing, quantum
software, application, app, digital tool, open source
software, patch, firmware, bug fix
equipment, device, hardware, apparatus, laptop, tablet
platform, online platform, social media, marketplace, gatekeeper
research, science, scientific, innovate, innovation, researcher
research, laboratory, =lab, =labs, living lab
stem subjects, mathematics, engineering, engineer, technology, technological
future technologies, emerging technologies, next generation, breakthrough, cutting edge, 6g
space, satellite, galileo, spacecraft, launcher, earth observation, copernicus
infrastructure, corridor, trans european network, missing link
transport, mobility, travel, traveller, passenger, commute, commuter
vehicle, car, van, automobile, automotive, motor
lorry, truck, heavy duty, haulage, haulier
charging, recharge, recharging, refuelling, filling station, charging point, charging station
rail, railway, =trains, high speed rail, locomotive, =rail, night train
aviation, airline, airport, flight, aircraft, air transport, aeroplane, plane, flying
ship, vessel, shipping, waterborne, ferry, inland waterway, barge
seafarer, crew, sailor
road, motorway, highway, road traffic
freight, cargo, goods transport, logistics, parcel, intermodal, multimodal
bicycle, bike, cycling, cyclist, pedestrian, walking, active mobility
public transport, bus, tram, metro, underground
ticket, ticketing, fare, booking, seat reservation
automated, autonomous, self driving, driverless, drone, unmanned, robot
accident, crash, collision, road death, fatality, zero deaths
port, harbour, seaport, quay, terminal, dock
logistic hub, logistics hub, supply chain, gateway
passenger rights, air passenger, compensation, refund
postal, post, parcel delivery
rent, rental, let, lease, tenancy, letting
tenant, landlord, renter, lessee
mortgage, home loan
accommodation, lodging, dormitory, hall of residence, shelter
building permit, planning permission, construction permit, zoning, permitting
land, plot, land register, cadastre, speculation
debt, over indebted, over indebtedness, indebted, insolvency of households
redress, class action, collective action, compensation
guarantee, warranty
cash, banknote, coin
interest rate, inflation, monetary policy
anti dumping, trade defence, safeguard measure
posted workers, posting of workers, seasonal workers
working time, telework, remote work, right to disconnect
free of charge, gratis, no cost
tour operator, package travel, travel agency, package holiday
holiday, vacation, short stay, tourism
roaming, mobile phone, telephone
cookies, tracking, profiling
driving licence, driver, speed limit, road safety
last mile, delivery
military mobility, transport of troops
prosumer, energy community
hub and spoke, cluster, valley, ecosystem
patent, invention, inventor
craft, craftsman, artisan, trades
franchise, retail, shop, retailer, store
wholesale, distributor, importer
merger, acquisition, takeover
privatisation, state owned enterprise, public company
manufacturer, maker, producer, industry
engineer, technician, specialist, installer, electrician, craftsman
worker, workforce, specialist, skilled worker, talent
item, object, artefact, collection, holdings
cable, line, interconnector, wire, interconnection
storage, battery, reservoir, warehouse, store
cheap loan, loan, borrowing, credit line, lending
power purchase agreement, ppa, long term contract
guarantee, counter guarantee, collateral
supplier, provider, switching, change of provider
household, family budget, consumer
bill, invoice, cost of living
wage earner, low income, people on low incomes
profit, revenue, turnover, margin, earnings
competitiveness, productivity, growth
export credit, trade finance
register, business register, company register, land register
website, web page, web design, interface
app store, game, video game
chatbot, generative, foundation model, large language model
camera, sensor, detector, scanner
satellite navigation, positioning, timing
high speed train, sleeper train, rail corridor
electric vehicle, e mobility, electromobility, electric car
shared mobility, car sharing, carpool
airspace, air traffic management, single sky
port reception, dockside, shore power, berth
tunnel, bridge, viaduct
hotel, accommodation, lodging, guesthouse, apartment, flat
overtourism, crowded, crowding, seasonality, peak season
multimodal, door to door, intermodal, combined ticket
environmentally friendly, ecolabel, green, eco friendly
`
  .trim()
  .split('\n');
