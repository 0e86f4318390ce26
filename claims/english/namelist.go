package english

import (
	_ "embed"
	"strings"
)

//go:embed words/firstnames.txt
var firstNamesText string

//go:embed words/places.txt
var placesText string

//go:embed words/organisations.txt
var organisationsText string

//go:embed words/demonyms.txt
var demonymsText string

var (
	firstNames    = readFirstNames(lines(firstNamesText))
	places        = lineSet(lines(placesText))
	organisations = lineSet(lines(organisationsText))
	demonyms      = set(strings.Join(lines(demonymsText), " "))
)

func readFirstNames(lines []string) map[string]Gender {
	m := map[string]Gender{}
	for _, l := range lines {
		head, names, _ := strings.Cut(l, ":")
		g := map[string]Gender{"m": Male, "f": Female}[head]
		for _, n := range strings.Fields(names) {
			if known, ok := m[n]; ok && known != g {
				m[n] = AnyGender
				continue
			}
			m[n] = g
		}
	}
	return m
}

func lineSet(lines []string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lines {
		m[l] = true
	}
	return m
}

// capitalTitles are words that stand before a person's name, as newspapers
// write them there.
var capitalTitles = set(`mr mr. mrs mrs. ms ms. mx mx. miss dr dr. prof prof. sir dame lord lady baroness baron count countess prince princess king queen duke duchess pope imam sheikh
	ayatollah rabbi father sister rev rev. reverend bishop archbishop cardinal gen. gen general lt lt. lieutenant col col. colonel capt capt. captain sgt sgt. sergeant maj maj. major
	cmdr cmdr. commander adm adm. admiral brig. brigadier cpl. corporal pvt. private marshal sen sen. senator rep rep. representative gov gov. governor mayor president del.
	vice-president chancellor premier minister secretary secretary-general ambassador attorney congressman congresswoman councillor councilman councilwoman judge justice
	sheriff chief inspector superintendent officer detective constable professor doctor chairman chairwoman chair director spokesman spokeswoman spokesperson commissioner
	speaker leader coach deputy vice-chancellor principal dean mp taoiseach emir sultan prosecutor coroner mogul hon. envoy sens. reps. govs. gens. drs.`)

// portfolios may follow "of" and "for" within a title: "Secretary of State".
var portfolios = set(`state defence defense treasury commerce labor labour justice education health energy interior agriculture transportation transport homeland security housing
	veterans affairs foreign war staff police finance trade culture environment communities women work pensions business media sport home science industry operations intelligence economy
	planning tourism information europe national`)

// particles are small words within a person's name.
var particles = set(`al el bin ibn abu de da di du del della der den dos das la le van von ter ten zu bint ben y e`)

// nameOf are words after which "of" goes on with the name: "University of
// Leeds", "Department of Defence".
var nameOf = set(`university secretary department ministry bank house chamber institute board office council bureau republic president governor minister chief director
	court archbishop bishop duke duchess prince head association federation union society church kingdom academy museum school college committee centre center
	hospital foundation organisation organization league gulf bay city isle county strait sea chancellor mayor lord chair speaker university state states ministers house
	earl library confederation commission congress alliance friends institutes bar law doctors sons daughters brotherhood order knights bank museum`)

// placeHeads are those of them that begin the name of a place.
var placeHeads = set(`republic gulf bay city isle county strait sea kingdom state states cape`)

// organisationEnds are last words of organisations' names.
var organisationEnds = set(`party university college school department ministry council
	committee agency bank association court times post journal news herald tribune gazette chronicle police union institute institution commission board bureau office
	senate congress parliament administration authority service services foundation trust fund federation league club army navy force forces command guard airlines airways
	air industries systems technologies technology energy motors pharmaceuticals laboratories labs partners associates media network networks society organisation organization
	centre center hospital museum church ministries alliance coalition movement front brigade brigades exchange press radio television tv watch project chamber
	team crew works railway rail transport oil mining steel chemicals foods stores assembly government cabinet group holdings company magazine review brotherhood academy
	orchestra band corps battalion regiment union unions workers campaign caucus conference division authority capital ventures studios pictures entertainment records books
	software solutions consulting international observatory registry tribunal secretariat directorate inspectorate constabulary fleet legion militia theatre theater library gallery
	united rovers wanderers athletic fc paper papers pulp bio pharma metals cement logistics insurance telecom telecoms electronics textiles breweries shipping freight weekly daily`)

// companyEnds settle that a name is a company's.
var companyEnds = set(`inc inc. corp corp. corporation co co. ltd ltd. llc llp plc gmbh ag sa s.a. nv bv spa holdings`)

// placeEnds are last words of places' names.
var placeEnds = set(`street road avenue river valley mountain mountains hill hills lake lakes island islands bay sea ocean coast county province district city town village
	square park airport bridge harbour harbor port beach desert peninsula strait canal forest creek lane terrace heights springs falls plaza boulevard highway station stadium arena
	tower palace castle cathedral state territory region gulf cape point quarter camp base ridge pass basin canyon glacier reef shelf plateau`)

// thingEnds are last words of names that are neither persons, organisations
// nor places.
var thingEnds = set(`act acts agreement agreements accord accords treaty pact deal war wars battle day week month year decade plan plans bill law laws amendment constitution
	resolution protocol conference summit convention meeting forum cup games championship championships olympics award awards prize medal festival show series season election
	elections referendum campaign debate debates crisis revolution uprising spring massacre scandal affair report review study theory disease syndrome virus flu test index dollar pound
	euro bible koran quran gospel book story code rule rules standard initiative programme program project dream style rights`)

// surnames are titles that are surnames as well: "Mr. King".
var surnames = set(`king dean judge marshal prince duke pope bishop major baron count lord cardinal constable coach principal father chief chancellor`)

// looseTitles begin other names as well: "Justice Department", "King Street".
var looseTitles = set(`justice general chief king queen prince princess duke count lady lord father sister attorney deputy principal director officer speaker leader coach marshal
	dean major premier mogul miss secretary minister chancellor`)

// placeStarts are first words of places' names.
var placeStarts = set(`north south east west northern southern eastern western central upper lower new san santa los las fort port mount lake st. saint el puerto costa greater downtown mid`)

// noOrganisations are words in capitals that stand for a thing.
var noOrganisations = set(`dna rna hiv aids tv cd dvd pc gps ceo cfo coo cto phd mba ok am pm gdp gnp vat ivf lgbt lgbtq ufo suv id iq it pr vip faq rsvp diy hd ai cctv mri ptsd adhd wmd
	icbm jd md usd est edt gmt bst utc gpa sat cv dj mp mps url html pdf api usb atm bbq dui er icu ira ied ipo roi rv ups uv sms isp hr pa q&a us uk uae usa qr led lcd dvr covid ii iii iv`)

// directions stand before a region.
var directions = set(`northern southern eastern western central northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western
	downtown upstate rural mainland coastal nearby inner`)

// kindNouns are common nouns that tell of what kind a name beside them is.
var kindNouns = kindsOf(
	`spokesman spokeswoman spokesperson president minister leader chairman chairwoman chair director chief secretary governor mayor senator congressman congresswoman lawmaker
	politician candidate nominee activist author writer actor actress singer musician artist philosopher professor scientist researcher analyst economist historian expert lawyer
	attorney barrister judge prosecutor officer detective sheriff soldier commander general colonel captain teacher doctor nurse surgeon farmer worker engineer manager owner founder
	entrepreneur businessman businesswoman billionaire millionaire mogul boss executive editor journalist reporter correspondent columnist photographer presenter host anchor
	pollster strategist adviser advisor aide consultant veteran player footballer coach striker midfielder goalkeeper champion boxer driver pilot priest bishop pastor cleric imam rabbi pope
	king queen prince princess son daughter wife husband father mother brother sister widow friend neighbour neighbor colleague resident witness victim suspect gunman killer student
	whistleblower blogger comedian director producer filmmaker novelist poet composer rapper model designer architect astronaut inventor psychologist biologist physicist chemist
	ambassador diplomat envoy commissioner councillor deputy treasurer premier chancellor dictator rebel militant jihadist fighter plaintiff defendant man woman boy girl teenager
	star legend icon tycoon heir heiress rival opponent predecessor successor running-mate`,
	`company firm newspaper magazine website charity agency broadcaster network airline retailer bank party union club think-tank manufacturer maker brand startup start-up group
	organisation organization corporation conglomerate publisher studio watchdog regulator ministry department university college school hospital museum band militia network outlet
	tabloid supermarket chain carrier automaker carmaker insurer lender team side consortium cooperative federation association body`,
	`city town village province region state capital suburb district county island country nation neighbourhood neighborhood river lake port resort peninsula border republic
	kingdom territory enclave borough municipality hamlet coast continent`,
)

func kindsOf(persons, organisations, places string) map[string]NameKind {
	m := map[string]NameKind{}
	for kind, words := range map[NameKind]string{PersonName: persons, OrganisationName: organisations, PlaceName: places} {
		for w := range set(words) {
			m[w] = kind
		}
	}
	return m
}
