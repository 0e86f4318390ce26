package review

// Agreement is every figure of one question that raters were asked. What is
// not defined for the scale or for the number of raters is n/a there.
type Agreement struct {
	Scale        Scale         `json:"scale"`
	Percent      Figure        `json:"percent"`
	Cohen        Figure        `json:"cohen"`
	CohenLinear  Figure        `json:"cohenLinear"`
	CohenSquare  Figure        `json:"cohenQuadratic"`
	Fleiss       Figure        `json:"fleiss"`
	AlphaNominal Figure        `json:"alphaNominal"`
	AlphaOrdinal Figure        `json:"alphaOrdinal"`
	AC1          Figure        `json:"ac1"`
	AC2          Figure        `json:"ac2"`      // with quadratic weights
	Positive     []LabelFigure `json:"positive"` // positive agreement, for each label
	Confusion    Matrix        `json:"confusion"`
}

// Agree computes every figure of the ratings, the intervals of all from the
// same resamples.
func Agree(r Ratings, b Bootstrap) Agreement {
	a := r.sample.agree(r.scale, b)
	a.Confusion = Confusion(r)
	return a
}

func (s sample) agree(scale Scale, b Bootstrap) Agreement {
	fixed := []statistic{percent, cohen(Identity), cohen(Linear), cohen(Quadratic), fleiss,
		alpha(Nominal), alpha(Ordinal), gwet(Identity), gwet(Quadratic)}
	f := measure(s, b, append(fixed, specifics(s.labels)...)...)
	return Agreement{
		Scale: scale, Percent: f[0], Cohen: f[1], CohenLinear: f[2], CohenSquare: f[3], Fleiss: f[4],
		AlphaNominal: f[5], AlphaOrdinal: f[6], AC1: f[7], AC2: f[8],
		Positive: s.byLabel(scale, f[len(fixed):]), Confusion: s.confusion(scale),
	}
}

// NamedFigure is a figure with the name a reader knows it by.
type NamedFigure struct {
	Name   string `json:"name"`
	Figure Figure `json:"figure"`
}

// Figures lists the figures that apply to the scale with their names, in the
// order in which to show them: what was observed before what was set against
// chance.
func (a Agreement) Figures() []NamedFigure {
	out := []NamedFigure{{"Percent agreement", a.Percent}}
	for _, p := range a.Positive {
		out = append(out, NamedFigure{"Positive agreement on " + p.Label, p.Figure})
	}
	out = append(out, NamedFigure{"Cohen's kappa", a.Cohen}, NamedFigure{"Fleiss' kappa", a.Fleiss},
		NamedFigure{"Krippendorff's alpha, nominal", a.AlphaNominal}, NamedFigure{"Gwet's AC1", a.AC1})
	if a.Scale.Ordered {
		out = append(out, NamedFigure{"Cohen's kappa, linear weights", a.CohenLinear},
			NamedFigure{"Cohen's kappa, quadratic weights", a.CohenSquare},
			NamedFigure{"Krippendorff's alpha, ordinal", a.AlphaOrdinal},
			NamedFigure{"Gwet's AC2, quadratic weights", a.AC2})
	}
	return out
}
