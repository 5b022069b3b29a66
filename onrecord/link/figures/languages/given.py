"""Given names of many cultures by their usual gender; a name borne by both stands in neither list."""

from __future__ import annotations

MEN = """
aaron abdul abdullah abel abraham adam adolf adrian ahmad ahmed akbar akira alan albert aleksandr aleksei
alejandro alessandro alex alexander alexandre alexei alfonso alfred ali alistair alois alvaro amadou amir
amos anand anatoly anders andreas andrei andrej andres andrew andrij andriy andrzej andy angus anil
anthony anton antonio antony ariel arjun armando armin arnaud arnold arseniy artem arthur arturo arun
ashraf asif askar augusto austin aziz barack bart bashar ben benjamin benedict benito benoit bernard
bernd bernie bill billy bob bobby bogdan boris brad bradley brendan brent brett brian bruce bruno bryan
byron caleb calvin carl carlos cecil cedric cesar charles charlie chen chester chris christian christophe
christopher chuck clarence claude clement cliff clifford clint clive colin conor constantin cory craig
curt curtis cyril cyrus dale damian damien dan daniel daniil danny dariusz darren daryl dave david dean
denis denys dennis derek derrick desmond dick diego dieter dietmar dimitri dimitris dinesh dirk dmitri
dmitriy dmitry dmytro dominic dominik donald doug douglas duncan dustin dwight earl ed eddie edgar edmund
eduard eduardo edward edwin egor eli elias elijah elliott elon emil emilio emmanuel enrique eric erik
ernest ernesto ernst eugene evan evgeny evo fabian fabio farid faisal federico felipe felix ferdinand
fernando fidel florian floyd francesco francisco franck francois frank franklin franz fred frederic
frederick fredrik friedrich fumio fyodor gabriel gareth gary gavin gene geoff geoffrey georg george
georges gerald gerard gerhard german gilbert giovanni giorgio giuseppe gleb glen glenn gonzalo gordon
graham greg gregory grigory guillaume guillermo gunter gustav gustavo guy hakim hamid hamza hans harold
haroon harris harry hasan hashim hassan hector heinrich helmut henri henrik henry herbert herman hideki
hiroshi horst howard hubert hugh hugo hussein ian ibrahim igor ihor ilya imran isaac isaiah ismail ivan
jack jacob jacques jaime jair jake jakob jamal james jamie jan jared jaroslaw jason javier jay
jean-claude jean-luc jean-marie jean-paul jeff jeffrey jeremiah jeremy jerome jerry jesus jim jimmy jo
joachim joao joaquin joe joel johan johann johannes john johnny jon jonah jonas jonathan jorge jose josef
joseph josh joshua josip juan jules julian julio junichiro juri jürgen justin kaito kamal karim karl
kassym-jomart keith kemal ken kenji kenneth kenta kevin khalid khaled kirill klaus knut konstantin
krzysztof kumar kurt kwame kyle kyrylo lance larry lars laurent lawrence lazar lee leo leon leonard
leonid leopold leroy leslie lester lev levi lewis lindsey linus lionel lloyd lorenzo louis luc luca lucas
ludwig luigi luis luiz lukas luke maciej magnus mahmoud malcolm manfred manuel marc marcel marcelo marcin
marco marcos marcus marek mario marius mark marko markus marshall martin marvin masha'al mateo mateusz
mathieu matt matteo matthew matthias maurice mauricio max maxim maximilian maxime mehdi mehmet melvin
michael michal michel miguel mihai mikael mike mikhail mikheil miklos milan miles milos mitch mohamed
mohammad mohammed moritz moses muhammad murat musa mustafa mykhailo mykola nabil narendra nasser nathan
nathaniel neil nelson newt nicholas nick nico nicolas nicos nigel nikita nikol nikola nikolai nikolay
nikos nils noah noel norbert norman nuno oleg oleh oleksandr oleksiy oliver olivier olaf omar orlando
oscar osama otto owen pablo paolo pascal patrick paul paulo pavel pavlo pawel pedro per percy pete peter
petr petro phil philip philippe pierre piet pietro piotr pius pranab prakash rafael rahul raj rajiv ralph
ramon ramzan randall randy raphael rashid raul ravi ray raymond recep rene reuben reza ricardo richard
rick riccardo rob robert roberto robin rocco rod roderick rodrigo roger roland rolf roman romano ron
ronald rory ross roy ruben rudolf rudy rui rupert russell ruslan rustam ryan sadiq sadyr sadar saeed
sajid salman salvador salvatore sam samir samuel sandeep sanjay santiago satoshi saul scott sean
sebastian serdar serge sergei sergey sergio sergiy serhiy seth shane shinzo shigeru silvio simon
stanislav stanislaw stan stefan stefano stephan stephane stephen stepan steve steven stewart stuart
suleiman sunil suresh sven taras takashi taro ted terence terrence terry thabo theo theodore thierry
thomas thorsten tim timothy timur tobias toby todd tom tomas tomasz tony travis trevor tsai tyler ulrich
umar uwe vaclav vadim valentin valery vasily vasyl vernon viacheslav victor viktor vijay vince vincent
vincenzo vitaliy vitaly vladimir vlad vladislav volodymyr volker vyacheslav wade walter warren wayne
werner wesley wilhelm will willem william willy winston wolfgang xavier yair yasser yegor yevgeny yitzhak
yoshihide yoshiro youssef yuri yuriy yusuf yves zach zachary zbigniew zoran zviad emomali gurbanguly
nursultan ilham islom shavkat rinat mukhtar chinedu emeka tunde kofi ade sizwe thabiso themba jomo uhuru
raila yoweri abiy workneh haile tedros obinna femi babatunde kwabena
""".split()

WOMEN = """
loretta abigail ada adela adele adriana agnes agnieszka aicha aisha akiko alejandra aleksandra alena
alessandra alexa alexandra alexis alice alicia alina alisa alison alla allison alma alyssa amal amanda
amelia amina amira amy ana anastasia andrea angela angelica angelina angie anika anita anke anna annalena
anne anneliese annette annie antonia anya april ariana ariane arlene asha ashley asma astrid audrey aung
ava barbara beata beate beatrice beatriz becky belinda bella benazir bernadette beth betty beverly bianca
birgit bonnie brenda brigitte brittany bronwyn candace carla carly carmen carol carolina caroline carolyn
carrie cassandra catarina catherine cathy cecilia celia celine charlene charlotte chelsea cheryl chiara
chloe christa christiane christina christine cindy claire clara clare claudia colleen connie constance
consuelo cora courtney cristina cynthia dagmar daisy dalia dana daniela danielle daphne darlene daria
darya dawn deb debbie deborah debra delia denise diana diane dilma dina dolores dominique donna dora
doris dorothea dorothy edith edna eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella
ellen elsa elvira emilia emily emma erica erika erin esther ethel eugenia eunice eva evelyn evgenia
fatima fatma faye federica fiona flora florence frances francesca francoise frederica frida gabriela
gabriele gabriella gabrielle gail galina gemma genevieve georgia geraldine germaine gertrude giorgia gina
gisela giulia gladys glenda gloria grace greta gretchen gretel gudrun gwen gwendolyn hadley halina hanna
hannah harriet hazel heather heidi helen helena helene helga henrietta hilary hilda hillary hiroko holly
ida ilse imelda ines inga ingrid inna ioanna irena irene irina iris irma isabel isabella isabelle isha
ivana ivanka jacinda jackie jacqueline jana jane janet janice janine jean jeanette jeanne jelena jen
jenna jennifer jenny jessica jill joan joanna joanne jocelyn johanna josefina josephine joy joyce juana
judith judy julia juliana julie juliet june justine kaja kamala karen karin karina karine karla kate
katarina katarzyna katherine kathleen kathryn kathy katie katja katrin katrina katy kay kayla keiko kelly
kerstin ketanji kirsten kirstie kristalina kristen kristi kristin kristina kyoko lakshmi lana lara
larissa latisha latoya laura laurel lauren laurie layla lea leah leila lena leonie lesley leyla lidia
liliana lillian lily lina linda lindsay lisa liz liza lois lola lori lorraine lotte louisa louise lucia
lucille lucinda lucy ludmila luisa lydia lynn lynne mabel madeleine madison magda magdalena maggie maia
malala malgorzata mandy manuela marcia margaret margarita margot maria mariam marian mariana marianne
marie marilyn marina marine marion marisol marissa marjorie marlene marta martha martina mary maryam
masha matilda maureen maya meera megan melanie melania melinda melissa mercedes mette mia michaela
michele michelle michiko mildred mindy miranda miriam misha mitsuko molly mona monica monika monique
muriel myra nabila nadia nadine nancy naomi natalia natalie natalya natasha nazanin neera nicola nicole
nikki nina noor nora nori nur oksana olena olga olha olivia ophelia paige pamela paola parveen pat
patricia patti paula pauline peggy penelope penny petra phoebe phyllis polina polly prisca priya rachel
ramona rania raquel rebecca regina renata renee rhonda rita roberta rochelle rosa rosalind rosanna rose
rosemary roxana ruby ruth sabine sabrina sally samantha samia sandra sanna sara sarah sasha savannah
selma serena shannon sharon sheila shelley sheryl shirley sigrid silvia simone sofia sonia sonja sonya
sophia sophie stacey stacy stefania stella stephanie sue susan susana susanna susanne suzanne svenja
svetlana sviatlana svitlana sylvia sylvie tamara tammy tania tanya tara tatiana teresa tereza tessa
thandi theresa therese tiffany tina tracy tricia trisha tulsi ulrike ursula uta valentina valeria valerie
vanessa vera veronica victoria viktoria viola violeta virginia vivian viviane wanda wendy wilhelmina
winifred xiomara yael yana yasmin yasmine yelena yevgenia yoko yolanda yulia yuliya yuko yvonne zahra
zainab zanele zeynep zoe zoya zuzana maia salome dariga roza tsikhanouskaya ngozi chimamanda folasade
amara nomvula nkosazana winnie graca joyce ellen-johnson wangari aminata fatou mariama khadija zeinab
""".split()

# Usual for both, or for one here and another there.
EITHER = """
alexis andrea angel ariel ashley avery blair brook cameron casey drew eden emerson hayden jamie jan jean
jo jordan kerry kim lane lee leslie lindsey logan lynn morgan noor pat quinn reese riley sasha sky taylor
terry val wei yi jin min xi li jing ming ping jun hui yan ha an linh minh thanh hoang nguyen sung hyun ji
soo hong young park choi tran le pham singh kaur gurpreet harpreet
""".split()
