"""Words that outlets use for one thing in the fields that `synonyms` leaves out; read together with those."""

from __future__ import annotations

# One line, one meaning as far as two reports of one event go; written from the vocabulary of news, field by field.
SAME = """
inmate inmates prisoner prisoners convict convicts detainee
escape escaped escapes escaping escapee escapees fugitive fugitives runaway runaways jailbreak breakout absconded
guard jailer jailers wardens warden
reward bounty
catch caught captured recaptured recapture seized surrendered
parole probation bail
hostage hostages captive captives kidnap kidnapped abducted abduction
gunman gunmen shooter shooters attacker attackers assailant assailants
knife knives stab stabbed stabbing
suspect suspects
victim victims
lawsuit suit sue sued sues litigation
testify testified testimony witness witnesses
jury jurors juror
smuggle smuggled smuggling smugglers traffickers trafficking
launch launched launches liftoff blastoff
rocket rockets booster missile
satellite satellites spacecraft payload payloads probes
orbit orbits
astronaut astronauts cosmonauts
debris wreckage wreck fragments
altitude elevation
pilot pilots captain skipper
passenger passengers
airline airlines carrier
land landed lands landing touchdown
takeoff departed
engine engines motor motors
sink sank sunk capsized foundered
anchor anchored moored
tide tides surge
storm cyclone typhoon blizzard
lightning thunder thunderstorm
earthquake quake tremor tremors aftershock
landslide mudslide avalanche
volcano eruption erupts
drought dry
heatwave scorching
harvest harvested
vine vines vineyard vineyards grapes
wheat grain grains cereal
pig pigs swine
bird birds geese
vet vets veterinary
disease illness sickness
infect contagious epidemic pandemic
nurse nurses
surgeon surgeons surgery operation
dose doses
cure cured therapy treatment treated
pregnant pregnancy birth births born
hospital sanatorium
wage salaries
pension pensions pensioner pensioners
recruit recruited hire hired hires hiring
train trained training trainee trainees
promote promoted promotion
bonus payout
takeover merger merge merged acquisition
bankrupt bankruptcy insolvent insolvency administration liquidation
bid bids tender tenders
export exports exported
import imports imported
charity charities donations donation donors
auction auctioned
festival fair carnival
singer singers vocalist
band orchestra choir
novel book books
author authors writer writers novelist
sculpture statue statues
exhibit exhibition exhibits exhibited
ticket tickets seats
audience audiences onlookers spectators bystanders
athlete athletes runner runners competitor competitors
cyclist cyclists rider
race races marathon
medal medals
referee umpire
cheat doping doped steroids
suspend suspension suspended
league championship tournament
champion champions titleholder
pool pools bath baths
sponsor sponsors sponsorship
bishop bishops priest priests vicar pastor clergy
monk monks nun nuns
pope pontiff
ambassador embassy envoy diplomat diplomats
treaty accord pact
sanction sanctions embargo
truce ceasefire armistice
refugee refugees migrants asylum
border frontier
bomb bombs device explosive explosives
mine landmines
tank tanks armour
warship frigate destroyer
drone drones
spy spies espionage
leak leaked
censor censored censorship
newspaper paper daily
broadcast aired televised
camera cameras footage video videos cctv
phone phones handset mobile
computer computers server servers
password passwords login
outage downtime
software update upgrade
battery batteries
charger charging
solar panels
turbine turbines
reactor reactors nuclear
dump landfill rubbish waste refuse garbage
sewage sewer sewers effluent
pipe pipes pipeline
pollute polluted pollution contaminated contamination contaminants
toxic poisonous
lake reservoir
beach shore coast shoreline
island isle
wolf wolves
bear bears
hunter hunters
poach poached poachers poaching
logging felled timber
wildfire bushfire
crane cranes
lift lifts elevator
scaffold scaffolding
brick bricks masonry
concrete cement
foundation foundations
architect architects
surveyor surveyors
landlady
eviction evict evicted evictions
mortgage mortgages
councillor councillors alderman aldermen council
petition petitions signatories
referendum plebiscite
candidate candidates contender contenders
campaign campaigns campaigning canvass
ballots papers
scandal affair
bribe bribes bribery corrupt corruption kickbacks
fraud fraudulent swindle scam con
embezzle embezzled embezzlement
launder laundered laundering
donor donors
headteacher principal headmaster headmistress
exam exams examination examinations
degree diploma
nursery kindergarten creche
bully bullied bullying
toddlers infants
widow widower
orphan orphans
wedding married marriage
divorce divorced split separated
dead deceased
grave graves cemetery churchyard
inherit inherited heirs heir
pet pets
bite bitten bites
choke choked suffocated
drug cocaine heroin cannabis
drunk intoxicated
gamble gambling betting casino
lottery jackpot
hide hideout
rescue lifeboat
helicopter helicopters chopper choppers
ambulance ambulances
siren sirens
shift shifts
break breaks
meteorological weather meteorologists forecasters
customer patron patrons
hotel hotels guesthouse inn
restaurant restaurants cafe eatery diner
brewery beer
wine wines
menu dish
chef cook cooks
waiter waitress
tip tips
tourist tourists holidaymaker holidaymakers visitor visitors sightseers trippers
"""

PHRASES = """
search: combing [a-z]+ | scouring | on the lookout | manhunt
catch: gave (?:himself|herself|themselves) up | turned (?:himself|herself|themselves) in
    | back behind bars | back in custody
escape: on the run | at large | broke out of | got away | slipped away | climbed out | made off | got over the wall
suspend: off duty | sent home | on (?:paid )?leave | relieved of duty | removed from duty | banned for
launch: took off | taken off | lift(?:ed|s)? off | blast(?:ed|s)? off | went up | maiden flight | first flew | first flown
explode: blew up | blown up | broke apart | went off like | flew apart | burst into flames
debut: first (?:flew|flown|flight|played|performed|shown)
insure: (?:their|the|its) cover | the policy | underwriters
open: handed over | inaugurated | opened its doors | went into service | came into service
    | entered service | in operation
close: shut its doors | shut (?:up shop|down) | pulled the plug | boarded up
resume: (?:open|run|sail|fly|play|train|trade)(?:s|ed|ing)? again | back on track | start(?:s|ed)? again
forbid: off limits | not allowed | no access | keep out | out of bounds | closed to
demolish: (?:torn|pulled|taken|knocked) down | (?:tear|pull|take|knock)(?:s|ing)? down | taken out | bulldozed
discover: noticed | missed (?:him|her|them|it) | stumbled (?:on|upon|across) | turned up | came to light
return: (?:pay|pays|paid|paying) (?:[a-z]+ ){0,3}back | g[ia]ve[ns]? back | hand(?:ed)? back | refund(?:ed)?
owe: in the red | in debt
die: passed away | found dead | pronounced dead | lost (?:his|her) fight
injure: taken to hospital | treated for | needed treatment
win: came first | took (?:the )?(?:gold|title|prize) | crowned
lose: came second | went down to | knocked out of
approve: gave its blessing | signed off | rubber-stamped | gave the nod
reject: turned (?:it|them|him|her) down | said no to
publish: came out | made public | went public | released
resign: hung up | walked out | threw in
arrive: turned up | showed up | got to
employ: on the staff | on its staff | staff of
evacuate: out of their (?:homes|beds|houses) | had to get out
"""
