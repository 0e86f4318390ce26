package claims

// StatementView is a statement as it leaves the program: offsets are Unicode
// code points of the article's clean text, end exclusive.
type StatementView struct {
	ID              StatementID   `json:"id"`
	Type            StatementType `json:"type" enum:"direct,indirect,mixed,narration"`
	Source          [][2]int      `json:"source" nullable:"false"`
	Cue             [][2]int      `json:"cue" nullable:"false"`
	Content         [][2]int      `json:"content" nullable:"false"`
	Text            string        `json:"text"`
	Speaker         SpeakerView   `json:"speaker"`
	CueClass        CueClass      `json:"cue_class"`
	Commitment      Commitment    `json:"commitment"`
	CommitmentWords [][2]int      `json:"commitment_words,omitempty" nullable:"false"`
	SaidAt          string        `json:"said_at,omitempty"`
	About           string        `json:"about,omitempty"`
	Chain           []string      `json:"chain,omitempty" nullable:"false"`
}

// SpeakerView is a speaker as it leaves the program.
type SpeakerView struct {
	ID      SpeakerID   `json:"id,omitempty" doc:"of the speaker across articles; absent outside the archive, and for groups and unnamed speakers"`
	Name    string      `json:"name"`
	Kind    SpeakerKind `json:"kind" enum:"person,organisation,group,document,unknown"`
	Role    string      `json:"role,omitempty"`
	Aliases []string    `json:"aliases,omitempty" nullable:"false"`
}

// ReasonView is a reason as it leaves the program; offsets as in
// [StatementView], each list into the text of its own side.
type ReasonView struct {
	Kind   ReasonKind `json:"kind"`
	For    bool       `json:"for"`
	A      [][2]int   `json:"a" nullable:"false"`
	B      [][2]int   `json:"b" nullable:"false"`
	Values []string   `json:"values" nullable:"false"`
}

// Statement gives a statement of this text as it leaves the program.
func (p *Points) Statement(s Statement) StatementView {
	v := StatementView{
		ID: s.ID, Type: s.Type, Source: p.Spans(s.Source), Cue: p.Spans(s.Cue), Content: p.Spans(s.Content), Text: s.Text,
		Speaker:  SpeakerView{ID: s.Speaker.ID, Name: s.Speaker.Name, Kind: s.Speaker.Kind, Role: s.Speaker.Role, Aliases: s.Speaker.Aliases},
		CueClass: s.CueClass, Commitment: s.Commitment, SaidAt: s.SaidAt, About: s.About, Chain: s.Chain,
	}
	if len(s.CommitmentWords) > 0 {
		v.CommitmentWords = p.Spans(s.CommitmentWords)
	}
	return v
}

// ViewReasons gives reasons as they leave the program; a and b convert the
// offsets of the two sides.
func ViewReasons(a, b *Points, reasons []Reason) []ReasonView {
	out := make([]ReasonView, len(reasons))
	for i, r := range reasons {
		values := r.Values
		if values == nil {
			values = []string{}
		}
		out[i] = ReasonView{Kind: r.Kind, For: r.For, A: a.Spans(r.A), B: b.Spans(r.B), Values: values}
	}
	return out
}
