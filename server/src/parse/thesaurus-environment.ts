/** Groups of the thesaurus about food, land, sea, climate and energy; see policy-thesaurus. */
export const ENVIRONMENT_GROUPS: readonly string[] = `
food, nutrition, diet, foodstuff, meal
food chain, farm to fork, field to fork, food supply
food waste, leftovers, food loss
food safety, food fraud, food contamination, adulteration
canteen, catering, school meals, public kitchens, restaurant
traceability, traceable, trace, origin
farm, farmer, agriculture, agricultural, farming, agri
organic, ecological farming, bio
organic farming, organic agriculture, organic production, organic sector
short supply chain, local products, direct sale, short circuits, farmers markets
crop, harvest, yield, cereal, grain
seed, variety, genetic, breeding, plant breeding
pesticide, fertiliser, plant protection, herbicide
animal, livestock, veterinary, cattle, pig, poultry
animal welfare, husbandry, cages, animal friendly
feed, fodder, animal feed, animal nutrition
animal disease, animal health, avian influenza, swine fever
beekeeping, bee, pollinator, insect
wine, vineyard, fruit, vegetable
milk, dairy
young farmers, generational renewal, farm succession
soil, land degradation, erosion, desertification, land use
fish, fishery, fisheries, fishing, aquaculture, fishermen
aquaculture, fish farming, fish farm, algae, shellfish
overfishing, catch, quota, fish stocks
forest, forestry, woodland, deforestation, tree, reforestation, afforestation
wildfire, forest fire, fire prevention, fire risk
biodiversity, nature, species, ecosystem, wildlife, habitat
protected area, nature reserve, natura 2000, national park
invasive species, alien species
restoration, nature restoration, renaturation, rewilding
wetland, peatland, bog, moor, floodplain
water, river, freshwater, stream, lake
sanitation, toilet, hygiene, sewerage
responsible, sustainable, environmentally friendly
drinking water, tap water, water supply
drought, water scarcity, water stress, water saving
flood, flooding, flood protection, dyke, high water
wastewater, sewage, urban water, water treatment
sea, ocean, marine, maritime, coastal, coast
marine litter, plastic pollution, ghost nets
blue economy, ocean economy
heat wave, heat, heatwave, extreme weather, weather extremes, storm
natural disaster, disaster, extreme weather, catastrophe, calamity
waste, rubbish, litter, recycling, recycle, landfill, scrap
circular, reuse, repair, circularity, second hand, remanufacture
packaging, plastic, single use, wrapping
textile, clothes, clothing, fashion, garment
electronic waste, old appliances, electrical equipment
ecodesign, durable, durability, product design, lifespan, planned obsolescence
sustainable products, green products, product passport, green claims, greenwashing
green public procurement, sustainable procurement
critical raw materials, resource efficiency, resources, material efficiency
footprint, impact, life cycle, ecological footprint
pollution, pollutant, contaminate, zero pollution
air quality, clean air, air pollution, particulate matter
noise, noise pollution, quiet, loud
hazardous substance, toxic, toxicity, pfas, asbestos
climate, global warming, climate change
climate proof, climate proofing, climate resilient, adapt to climate change
emission, greenhouse gas, carbon, co2, decarbonise, decarbonisation, carbon neutral, climate neutral, zero emission, low carbon
methane, leak, flaring
carbon capture, carbon removal, carbon storage, carbon sink, carbon farming
environment, environmental, ecological, green, greener, greening, sustainable, sustainability
energy, electricity, power, power grid
grid, power line, interconnector, transmission line, electricity network
smart meter, flexibility, demand response
energy poverty, energy bills, affordable energy
security of supply, energy security, gas supply, gas storage
renewable, solar, wind power, photovoltaic, renewables, wind farm, offshore wind, wind, solar panel
renewable, clean energy, green electricity
biomass, biogas, biomethane, bioenergy
hydrogen, fuel cell, electrolyser
nuclear, reactor, radioactive, nuclear power
fossil fuel, coal, oil, gas, lignite
heating, heat pump, boiler, district heating, cooling
fuel, petrol, diesel, kerosene, biofuel, low carbon fuel, clean fuel
energy efficiency, energy saving, insulation, renovation, renovate
building, house, renovation, built environment
rural, countryside, remote, outermost, island, village
urban greening, green spaces, city trees, nature in cities
green claim, environmental claim, greenwashing, green label
protein, soy, legume
irrigation, water use, watering
hunting, game, poaching
timber, wood, logging
mountain, alpine
lake, pond, bathing water
beach, coastal erosion, dune
sewage sludge, nutrient, nitrate, phosphorus
light pollution, noise
park, green area, green space
repair shop, repair café, repairability, spare parts
deposit scheme, return of bottles, bottle
energy label, energy class, appliances
temperature, heat, cold
rain, storm, hail
earthquake, volcano, landslide
winter, cold season, heating season
disconnection, cut off, power cut
demand response, flexible demand, demand side
boiler, heat pump, heating system, radiator
thermal insulation, insulate, energy performance
nature conservation, conserve, protected area, nature protection
high seas, areas beyond national jurisdiction, deep sea, seabed
coral, reef, seagrass, mangrove
overfishing, overcapacity, fishing fleet, trawler
illegal fishing, unreported, iuu, unregulated
plastic, microplastics, plastic bag
ocean observation, ocean data, marine knowledge, buoys
maritime spatial planning, spatial planning, marine planning
disaster, flood, fire, storm, earthquake
crop protection, pest, plant health, plant disease
antibiotics in animals, veterinary medicine
slaughter, meat, beef, poultry meat
sugar, salt, fat, reformulation
fertiliser, nutrient, manure
tree, orchard, vineyard
energy price, energy bill, price spike
refinery, pipeline, tanker
carbon border, border adjustment, carbon leakage
heatwave, hot weather, heat stress
`
  .trim()
  .split('\n');
