"""English verbs and nouns of doing: data only, no logic."""

from __future__ import annotations

# base form [past participle, where irregular] | nouns of the same doing | prepositions before whom or what it
# is done to | flags. i: does itself, to nobody ("X's death"); o: a possessor is whom it is done to ("X's
# arrest"); s: what "of" joins to the noun does it ("the meeting of the council").
ACTS = """
abandon | abandonment
abduct | abduction | | o
abolish | abolition
abstain | abstention | from | i
accede | accession | to | i
accept | acceptance
accuse | accusation
acquire | acquisition
acquit | acquittal | | o
adjourn | adjournment
admit | admission | | o
adopt | adoption | | o
advance | | on | i
agree | agreement | on to with | i
airlift | airlift
allow |
ambush | ambush
amend | amendment
annex | annexation
announce | announcement
apologise apologised apologised | apology | to | i
apologize apologized apologized | apology | to | i
appeal | | to | i
appear | appearance | before at in | i
appoint | appointment | | o
approve | approval
arm |
arrest | arrest | of | o
arrive | arrival | in at to | i
assassinate | assassination | | o
assault | assault | on | s
attack | attack attacks | on against | s
attend | attendance | at
authorise authorised authorised | authorisation
authorize authorized authorized | authorization
award | award
back |
ban | ban | on
bar |
bear bore born | birth | of | o
quake | earthquake quake | in near off at | o
tsunami | tsunami | in near off at | o
detonate | detonation
strand |
begin began begun | beginning | | i
besiege | siege | of
blockade | blockade | of
block |
bomb | bombing bombings | of in | o
bombard | bombardment
boycott | boycott | of
break broke broken |
build built built | construction
burn |
buy bought bought | purchase
call |
cancel cancelled cancelled | cancellation
cancel canceled canceled | cancellation
capture | capture | of
cede | cession
celebrate | celebration celebrations
censure | censure
charge |
choose chose chosen | choice
close | closure
collapse | collapse | | i
come came come |
command |
commemorate | commemoration
complete | completion
concede | concession
conclude | conclusion
condemn | condemnation
confer |
confirm | confirmation
congratulate |
conquer | conquest
convene |
convict | conviction | of | o
convoke |
crash | crash | in into | i
create | creation
crown | coronation | | o
cross | crossing
cut cut cut |
declare | declaration
deface |
defeat | defeat | of | o
defend | defence defense
defect | defection | to | i
delay | delay
deliver | delivery
demolish | demolition
demote | demotion | | o
denounce | denunciation
deny | denial
depart | departure | from for | i
deploy | deployment
deport | deportation | | o
depose |
destroy | destruction
detain | detention | | o
devalue | devaluation
die | death | | i
disarm | disarmament
disband |
dismantle |
dismiss | dismissal | | o
disqualify | disqualification | | o
dissolve | dissolution
donate | donation
down |
draft |
drop |
elect | election | of to | o
embargo | embargo | on against
enact | enactment
end |
endorse | endorsement
enter |
erupt | eruption | | i
escape | escape | from | i
establish | establishment
evacuate | evacuation | from of
execute | execution | | o
expel expelled expelled | expulsion | | o
explode | explosion | | i
extend | extension
extradite | extradition | | o
fall fell fallen | fall | | i
fight fought fought | fight | against | s
file |
find found found |
fine |
fire | | on
flee fled fled |
fly flew flown | flight | to | i
found founded founded | founding
free |
go went gone |
freeze froze frozen | freeze | on
fund |
grant |
greet |
halt | halt | to
hand |
hang |
hijack | hijacking | | o
hire |
hit hit hit |
hold held held |
honour |
host |
impeach | impeachment | | o
impose | imposition
imprison | imprisonment | | o
inaugurate | inauguration | of | o
incorporate | incorporation
indict | indictment | of | o
injure |
install | installation
intercept | interception
interview |
introduce | introduction
invade | invasion
invest |
investigate | investigation | into
invite | invitation | to
jail |
join |
kidnap kidnapped kidnapped | kidnapping | of | o
kill | killing | of | o
land | landing landings | in at on | i
launch | launch | of
lay laid laid |
lead led led |
leave left left |
liberate | liberation
lift |
lose lost lost | loss
march | march | on to | i
marry | marriage | to
massacre | massacre | of
meet met met | meeting | with | s
merge | merger | with
mobilise mobilised mobilised | mobilisation
mobilize mobilized mobilized | mobilization
murder | murder | of | o
name |
nationalise nationalised nationalised | nationalisation
nationalize nationalized nationalized | nationalization
negotiate | negotiation
nominate | nomination | of | o
occupy | occupation
offer |
open | opening | of
oppose |
order |
oust | ouster | of | o
outlaw |
overthrow overthrew overthrown | overthrow | of | o
overturn |
pardon | pardon | of for | o
participate | participation | in | i
partition | partition
pass | passage
pay paid paid | payment
place |
plead |
poison | poisoning | of | o
postpone | postponement
present |
proclaim | proclamation
prohibit | prohibition
promote | promotion | | o
propose |
prosecute | prosecution | | o
publish | publication
pull | | of from
punish |
question |
quit quit quit |
raid | raid | on | s
raise |
ratify | ratification
rebuff |
recall | recall
receive | reception
recognise recognised recognised | recognition
recognize recognized recognized | recognition
reelect | reelection | | o
re-elect | re-election | | o
reject | rejection
release | release | of | o
relocate | relocation
remove | removal | of | o
rename |
repeal | repeal | of
replace | replacement
rescue | rescue | of | o
resign | resignation | from as | i
resume | resumption
retire | retirement | from as | i
retreat | retreat | from | i
return | return | to | i
reveal |
rout |
rule |
sack | sacking | of | o
sail | | to from | i
sanction |
scrap scrapped scrapped |
scuttle |
sell sold sold | sale
send sent sent |
sentence |
separate |
seize | seizure
shell | shelling | of
shoot shot shot | shooting | of | o
shut shut shut | shutdown
set set set |
sign | signing signature
sink sank sunk | sinking | of | o
speak spoke spoken | speech | to with at | i
step |
stab stabbed stabbed | stabbing | of | o
start |
storm | storming | of
strike struck struck | strike strikes | on | s
submit submitted submitted | submission
succeed |
sue |
summon |
surrender | surrender | to of | i
suspend | suspension
swear swore sworn |
take took taken |
talk | talks | with to | i
tell told told |
test | test | of
topple |
torpedo torpedoed torpedoed |
transfer transferred transferred | transfer
travel travelled travelled | trip | to | i
travel traveled traveled | trip | to | i
unveil | unveiling
veto vetoed vetoed | veto | of
visit | visit | to | s
vote | vote | on for against | i
welcome |
win won won | victory | in over | s
withdraw withdrew withdrawn | withdrawal pullout | from of
wound |
write wrote written |
"""
