"""More words that different outlets use for one thing, by field; read together with those of `lexicon`."""

from __future__ import annotations

# One line, one meaning as far as two reports of one event go; the first word may stand in `lexicon` too. Written from
# the vocabulary of news, field by field, and not from any event.
SAME = """
died drown drowned drowning drownings slain murdered succumbed corpse corpses bodies toll
injure maimed burnt bruised unhurt unharmed scratched
hospital clinic infirmary ward hospitalised hospitalized
ill symptoms contracted poisoned
poison poisoning toxic poisonous
missing untraced disappeared vanished
aboard riders motorists
arrest nabbed apprehended nicked collared
evacuate homeless uprooted
rescue pulled freed plucked winched recovered
trapped stranded stuck marooned entombed
attack attacked attacks assault assaulted raid raided ambush ambushed
shoot shot shots shooting gunfire gunned gunshots
explode exploded explosion explosions blast blasts detonated detonation
flood flooded flooding floods inundated deluge submerged
storm gale gales hurricane tempest
collapse collapsed collapses crumbled buckled
leak leaked leaking leaks spill spilled spilt spillage seeped discharge discharged
smoke fumes
stand halted halt idle standstill stopped paused suspended interrupted
delay delayed delays postponed deferred adjourned
cancel cancelled cancels abandoned
flight flights plane planes aircraft jet jets airliner
train trains railway rail railways locomotive carriage carriages
track tracks rails
tunnel tunnels bore
car cars vehicle vehicles
lorry lorries truck trucks tanker
bridge bridges viaduct span
road roads motorway highway street streets carriageway
airport airfield runway
harbour harbor port quay dock docks
journey trip ride commute
speed pace
soldiers army military
officer officers constable constables sergeant
guard guards warder warders
mayor mayoress
minister ministers secretary
government cabinet ministry administration
parliament assembly mps lawmakers deputies legislators
party parties faction
coalition alliance bloc
opposition rivals
poll polls survey surveys polling pollster
majority margin
elect elected election elections
law bill act legislation statute
court tribunal judges judge magistrate magistrates
accuse accused charge charged charges indicted prosecuted prosecution
prosecutor prosecutors
trial hearing hearings
appeal appeals appealed
inquiry inquiries investigation investigations investigate investigated investigating probe probed probing
    investigators
report reports study findings audit audited auditors review reviewed
letter letters note email mail memo
ask asked request requested requests urged plea pleaded
complain complained complaint complaints grievance grievances
admit admitted admits acknowledged conceded confessed
apologise apologised apology sorry
blame blamed fault responsible responsibility
allow allowed permit permits permitted licence licensed authorised authorized approval consent
forbid forbidden ban banned bans banning prohibited outlawed barred
promise promised promises pledged pledge pledges vowed guarantee guaranteed committed commitment
plan plans planned planning intend intends intended scheme
expect expects expected forecast forecasts predicted predicts reckon reckons reckoned anticipated foresee
estimate estimated estimates calculated
measure measured measurement measurements
show showed shown shows revealed reveal reveals
know knew known knows
hide hid hidden concealed covered
lie lied lies lying misled
give gave handed awarded award awards donated
grant grants subsidy subsidies funding aid
receive pocketed collected obtained
compensate compensated compensation
money cash funds sum
pay remuneration
bonus bonuses
tax taxes levy duty
budget budgets spending expenditure
loan loans credit
invest invested investment investments
share shares stock stocks
customer customers client clients clientele consumers shoppers
account accounts
bank banks lender lenders
shop shops store stores branch branches outlet outlets supermarket
product products goods item items
factory factories plant plants
mine mines pit colliery quarry
farm farms farmers farmer growers
cow cows cattle livestock herd
sheep lambs flock
chicken chickens poultry hens
crop crops harvest yield
food provisions rations supplies eat meals meal
drink drinking
water
power electricity current
gas
oil crude petroleum
bottle bottles
pack packs packets packages cartons
teacher teachers
student students undergraduates
university college faculty
professor academic lecturer
class classes lessons
music concert concerts gig
player players
team club side squad
goal goals
coach trainer manager
stadium ground arena
prize trophy cup
film movie
house dwelling dwellings flat flats apartment apartments household households property properties
tenant tenants lodgers renters
rent rents
landlord landlords
neighbour neighbours locals townspeople citizens residents
person individuals souls folk
man men guy bloke chap
woman women lady
child toddler baby infant boy girl boys girls youngster
family families relatives relations kin parents
colleague colleagues mates comrades workmates teammates
friend friends pals
wife bride wives spouse
husband hubby husbands groom
father dad dads
mother mum mums
union unions
strike stoppage stoppages
wage
volunteer volunteers helpers
crew sailors crewmen
expert experts specialist specialists engineers engineer
spokesman spokeswoman spokesperson representative
owner owned owns landlord
deputy vice
founder founded
dog dogs
tree trees
forest woods woodland
river stream
mountain peak summit
village hamlet
town city
country nation national
capital
abroad overseas foreign
wall walls embankment dam levee dike dyke
roof ceiling
window windows panes
door doors gate gates entrance
crack cracks fissure fissures fracture
hole gap breach
deep depth
high height tall
wide width across broad
long length
big huge massive giant enormous
area acreage
level levels
size
weigh weighs weight heavy
hot heat warm temperature temperatures
cold freezing frost
rain rainfall downpour
snow snowfall
wind winds
young youngest
old oldest
resume resumed resumes restart restarted
return returned returns
leave left departed departure
leave quit
win won wins victory triumph triumphed
beat defeated
lead led leads headed chaired
last lasted lasts
join joined joins
use used uses
produce produced produces production output manufacture manufactured makes
supply supplied supplies deliver delivered deliveries delivery
order ordered orders instructed
carry carried carries transported
fly flew flown
swim swam
drive drove driven driver drivers
sign signed signs signature signatures
write wrote written writes
phone phoned telephoned rang telephone
send sent sends dispatched deployed
bring brought brings
throw threw hurled flung pelted
break broke broken burst ruptured snapped
search searched searches hunt hunted combing
hunt manhunt
clear cleared clears
clean cleaned cleansed
save savings
test tested tests testing trial trials samples sample
drug drugs medicine medication
vaccine vaccinated vaccination jab jabs
operate operated operates operation operations
inspect inspector inspectors inspectorate
hacker hackers cyberattack hack hacked
data records files
website site portal
network grid
technical technician technicians
breakdown failed failure fault malfunction glitch
cause caused causes reason
threat threaten threatened
danger dangerous risk risks hazard
safe safety security
emergency crisis
help helped assistance relief
shelter sheltered housed accommodation
sleep slept asleep
tent tents
hall centre
church chapel cathedral parish
funeral service
park garden gardens
museum gallery
painting paintings picture pictures canvas
jewel jewels jewellery gems necklace
gold golden
insure insured insurance insurer insurers
"""

# Words that one line of `SAME` or of `lexicon` must not make one with others: they stand for too much.
PHRASES = """
evacuate: (?:had|have|has|having|ordered|told|forced|asked|urged|advised) to (?:leave|get out|pack|go)
    | ordered out | moved out | brought to safety | taken to safety | driven (?:out|from)
died: (?:was|were) found dead | death toll
    | lost their lives | lost his life | lost her life | gave (?:his|her|their) li(?:fe|ves)
hospital: taken to hospital | rushed to hospital | in hospital
trapped: cut off | buried alive
stand: stood still | sat idle | c[ao]me to a (?:halt|stop|standstill) | ground to a halt
    | out of (?:action|service|order|use)
resign: (?:stood|stand|standing|stands) down | threw in the towel | handed in (?:his|her|their) (?:notice|resignation)
    | letter of resignation | bow(?:s|ed)? out | call(?:s|ed)? it a day | (?:left|leaves|leave) office
sack: (?:got|given|was shown|were shown) the (?:sack|boot|door) | booted out | kicked out
    | relieved of (?:his|her|their) duties | removed from (?:office|(?:his|her|their) post) | forced out
    | let go | sent packing
appoint: took (?:up )?office | takes (?:up )?office | took up the post | came to office | sworn in | took the job
    | at the helm | took charge
built: goes? back to | went up | came into being | been standing | dat(?:es|ing|ed) (?:back )?(?:to|from)
begin: g[eo]t(?:s|ting)? going | came into force | comes into force | under ?way | has been in place | got off the ground
finish: wrap(?:s|ped)? up | wound up | (?:is|was|be|are|were) over | (?:is|was|be|are|were) done
fall: knocked [a-z]+ [a-z]+ off | (?:is|was|are|were) lower | lower than | (?:shave|knock|wip)(?:s|ed)? off
rise: (?:is|was|are|were) higher | higher than | more than doubled | (?:went|go) through the roof
sign: put (?:his|her|their) (?:name|signature) (?:to|under) | put pen to paper | (?:his|her|their) signature
told: got wind of | found out | came to (?:know|hear) | let (?:him|her|them) know | (?:was|were|been) (?:aware|briefed)
warn: pointed out | raised the alarm | sounded the alarm | drew attention | blew the whistle
deny: not true | made up | out of thin air
employ: on the payroll | on (?:its|the) books | earn (?:a|their) living | (?:work|works|worked) (?:for|at)
cost: set [a-z]+ back | price tag | came to | comes to | added up to | adds up to
fine: slapped with | ordered to pay
sell: (?:got|gets) rid of | changed hands | put on the market
hide: kept (?:quiet|secret|silent) | swept under the (?:carpet|rug) | sat on
reject: turned down | threw out | thrown out | shot down | voted (?:down|against)
pass: waved through | gave the green light | nodded through | voted for
visit: drop(?:s|ped)? by | (?:came|comes|come) to see | (?:went|goes) to see
search: looked for | looking for
agree: shook hands | struck a deal | (?:came|come) to terms
delay: put (?:off|back) | held up | pushed back
cancel: called off | will not (?:take place|go ahead)
resume: (?:start|starts|started|up and) running again | back (?:in service|at work|to normal|to school|on)
    | run again | work again | go back
collapse: gave way | came down | fell in | fell down | caved in | came crashing
burst: gave way
break: (?:broke|broken) into
attack: set upon | beaten up
shoot: fir(?:ed|ing) (?:a|any|the|his|her|their|\\w+) (?:guns?|weapons?|rifles?|pistols?|shots?) | opened fire
happen: (?:came|comes) about | went off | (?:broke|breaks) loose
expect: look(?:s|ed)? forward | reckon(?:s|ed)? with | bank(?:s|ed)? on | count(?:s|ed)? on
originally: (?:was|were) to have | should have (?:been|opened|cost|started|ended) | (?:was|were) (?:supposed|meant|due) to
    | than (?:planned|approved|agreed|[a-z]+ (?:approved|planned|allowed)) | first (?:planned|approved)
allow: g[ai]ve[sn]? permission | given the go-ahead | the green light
"""
