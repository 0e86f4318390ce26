package attribution

// Label is what part a token plays in an attribution. A role begins with its
// Begin label and goes on with its Inside label (the BIO scheme of Ramshaw and
// Marcus, 1995).
type Label uint8

// The labels.
const (
	Outside Label = iota
	SourceBegin
	SourceInside
	ContentBegin
	ContentInside
	CueBegin
	CueInside
	labels // how many there are
)

// Role is one of the three parts of an attribution.
type Role uint8

// The roles. NoRole is that of a token outside all attributions.
const (
	NoRole Role = iota
	Source
	Content
	Cue
	roles // one more than the last
)

// Role gives the role that the label belongs to.
func (l Label) Role() Role { return Role((l + 1) / 2) }

// begins says whether the label opens a span.
func (l Label) begins() bool { return l == SourceBegin || l == ContentBegin || l == CueBegin }

// follows says whether the label may stand behind the other.
func (l Label) follows(before Label) bool {
	if l == Outside || l.begins() {
		return true
	}
	return before == l || before == l-1
}

// Begin gives the label that opens a span of the role.
func (r Role) Begin() Label { return Label(2*r - 1) }

// Inside gives the label that goes on with a span of the role.
func (r Role) Inside() Label { return Label(2 * r) }

// Stretch is some tokens of a document: First, up to and without Last.
type Stretch struct{ First, Last int }

// Empty says whether the stretch holds no token.
func (s Stretch) Empty() bool { return s.First >= s.Last }

func (s Stretch) overlaps(o Stretch) bool { return s.First < o.Last && o.First < s.Last }

// labelled is a stretch with its role.
type labelled struct {
	Stretch
	role Role
}

// stretches gives the spans that labels mark.
func stretches(labels []Label, offset int) []labelled {
	var out []labelled
	for i := 0; i < len(labels); {
		role := labels[i].Role()
		if role == NoRole {
			i++
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] == role.Inside() {
			end++
		}
		out = append(out, labelled{Stretch{offset + i, offset + end}, role})
		i = end
	}
	return out
}
