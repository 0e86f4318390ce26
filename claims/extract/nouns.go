package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// personNouns are what people are called by whom they are or what they do,
// where no ending tells.
var personNouns = wordSet(`man woman boy girl child husband wife father mother son daughter brother sister uncle aunt friend neighbour neighbor colleague guest witness victim
	minister president premier chancellor king queen prince princess general colonel captain major sergeant lieutenant admiral marshal officer official spokesman spokeswoman
	spokesperson spokesmen chief chair chairman chairwoman chairperson head boss deputy aide mayor governor senator congressman congresswoman mp lawmaker judge justice sheriff
	attorney lawyer counsel prosecutor coroner bishop archbishop priest pope cardinal rabbi imam cleric monk nun doctor surgeon nurse professor academic scientist
	economist analyst journalist reporter critic author writer poet artist actor actress singer musician coach captain champion athlete sprinter runner striker keeper
	farmer baker fisherman driver worker resident pensioner student pupil teacher headteacher headmaster diplomat ambassador envoy consul secretary clerk
	treasurer director manager executive ceo founder owner partner agent candidate nominee politician leader member activist campaigner volunteer expert
	specialist researcher investigator inspector detective constable policeman policewoman trooper soldier commander pilot passenger commuter customer
	patient source person individual defendant suspect accused inmate prisoner refugee migrant survivor local tourist convenor organiser organizer convener trustee fellow co-author
	pharmacologist epidemiologist psychologist baroness lord lady duke duchess widow widower orphan youngster teenager veteran billionaire millionaire rival opponent ally superintendent
	firefighter paramedic midwife master adviser advisor staffer employee employer speechwriter voter pollster donor consultant correspondent
	blogger scholar lecturer commentator presenter host anchor editor operative fundraiser surrogate delegate tycoon investor trader broker banker accountant auditor mediator
	negotiator translator designer trainer rider player swimmer goalkeeper midfielder defender golfer boxer rower skipper umpire referee dancer painter sculptor photographer
	filmmaker producer composer conductor rapper comic graduate advocate narrator insider moderator celebrity executor grandfather grandmother nephew niece cousin miner
	docker welder porter sailor farmhand butcher grocer trader baker hunter settler believer supporter protester demonstrator striker organiser observer monitor peacekeeper
	interpreter professor tutor curator librarian archivist biographer novelist playwright screenwriter bystander onlooker newcomer foreigner reader viewer
	listener subscriber user buyer seller borrower lender taxpayer motorist cyclist walker climber diver fisher ranger warden gardener cleaner caretaker janitor chemist engineer architect builder plumber carpenter mechanic cook chef waiter waitress bartender shopkeeper landlord landlady tenant`)

// offices are what a person in office is called with a capital and without a
// name: "the Prime Minister", "the Pope".
var offices = wordSet(`minister president premier chancellor governor ambassador secretary treasurer commissioner archbishop taoiseach vice-president ceo cfo coo
	speaker chairman chairwoman prosecutor mayor`)

// dignities are offices that are surnames too.
var dignities = wordSet(`king queen prince princess pope emir sultan bishop dean marshal`)

// isOffice says whether a name is no more than an office.
func isOffice(name string) bool {
	w := words(strings.ToLower(name))
	last := w[len(w)-1]
	return offices[last] || last == "general" && len(w) > 1 && (w[len(w)-2] == "attorney" || w[len(w)-2] == "secretary" || w[len(w)-2] == "director" || w[len(w)-2] == "solicitor")
}

// partisans are what a member of a party is called, with a capital.
var partisans = wordSet(`republican democrat liberal conservative socialist communist libertarian`)

// isMany says whether the last word of a name is a plural for people: "Senate
// Democrats", "Norwegians".
func isMany(word string) bool {
	low := strings.ToLower(word)
	return strings.HasSuffix(low, "s") && (partisans[low[:len(low)-1]] || len(low) > 7 && strings.HasSuffix(low, "ians") || strings.HasSuffix(low, "americans") || low == "muslims" || low == "christians")
}

// crowds are nouns for many people that stand in the singular.
var crowds = wordSet(`staff people crowd audience public couple family pair duo trio community population electorate`)

// shares are nouns for a part of the people behind "of".
var shares = wordSet(`third half quarter majority minority number percentage percent cent share handful proportion dozens hundreds thousands millions scores most many some few several none both others all two three`)

// organisationNouns are what bodies of people are called.
var organisationNouns = wordSet(`company firm group agency ministry department government administration union police office council army navy military force committee party
	club bank team university college school hospital laboratory lab inspectorate court parliament senate congress house board commission authority
	institute foundation charity organisation organization association federation league network newspaper paper magazine broadcaster station airline manufacturer maker
	retailer insurer supplier operator publisher developer regulator watchdog campaign coalition alliance movement rebels regime embassy bureau service trust fund
	sponsor lender studio brand chain giant startup tribunal body panel unit palace kremlin pentagon vatican treasury church delegation opposition cabinet jury state city county town`)

// documentNouns are what is written or shown.
var documentNouns = wordSet(`report study survey poll document letter memo note notice paper article book email e-mail message statement filing complaint lawsuit indictment affidavit
	database website page post tweet slide presentation figures data statistics records transcript video footage recording film review analysis index census
	poster sign leaflet advertisement ad editorial column dossier file log diary will contract treaty resolution bill law agreement headline findings results evidence numbers estimates memoir brief ruling verdict opinion release`)

// unknownNouns are what sources are called that shall not be known.
var unknownNouns = wordSet(`source sources insider insiders person people individual individuals`)

// isPersonNoun says whether a word names a person by role.
func isPersonNoun(low string) bool {
	if personNouns[low] {
		return true
	}
	if organisationNouns[low] || documentNouns[low] {
		return false
	}
	for _, end := range []string{"ist", "man", "woman", "person", "ian", "eer"} {
		if len(low) > len(end)+2 && strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// kindOfNoun tells what a source is whose head is a common noun.
func kindOfNoun(head english.Token) claims.SpeakerKind {
	single := english.Lemma(head.Lower, english.Noun)
	plural := single != head.Lower
	switch {
	case unknownNouns[head.Lower]:
		return claims.UnknownSpeaker
	case documentNouns[head.Lower] || documentNouns[single]:
		return claims.DocumentSource
	case organisationNouns[head.Lower]:
		return claims.Organisation
	case plural || crowds[head.Lower] || shares[head.Lower]:
		return claims.Group
	case isPersonNoun(head.Lower):
		return claims.Person
	}
	return claims.UnknownSpeaker
}
