package claims_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

func TestKindOf(t *testing.T) {
	stale := claims.Errorf(claims.Stale, "changed", "conflict c1 was changed")
	var none *claims.Error
	tests := []struct {
		name string
		err  error
		want claims.Kind
	}{
		{"nil", nil, ""},
		{"ours", stale, claims.Stale},
		{"ours, wrapped", fmt.Errorf("saving: %w", stale), claims.Stale},
		{"ours, joined", errors.Join(io.EOF, stale), claims.Stale},
		{"ours around another", claims.Errorf(claims.Unreachable, "gone", "no answer: %w", io.EOF), claims.Unreachable},
		{"the outermost counts", claims.Errorf(claims.Internal, "x", "broken: %w", stale), claims.Internal},
		{"any other", io.EOF, claims.Internal},
		{"a nil of our type", none, claims.Internal},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := claims.KindOf(tt.err); got != tt.want {
				t.Errorf("KindOf = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestErrorKeepsCauseAndCopies(t *testing.T) {
	plain := claims.Errorf(claims.Unreachable, "gone", "no answer from %s: %w", "example.org", io.EOF)
	full := plain.WithHint("Try again later").WithRef("j1")
	if plain.Hint != "" || plain.Ref != "" {
		t.Error("WithHint or WithRef changed the error it was called on")
	}
	if !errors.Is(full, io.EOF) {
		t.Error("the cause is lost")
	}
	if got := full.Error(); got != "no answer from example.org: EOF. Try again later" {
		t.Errorf("Error = %q", got)
	}
	if full.Ref != "j1" || full.Code != "gone" || full.Kind != claims.Unreachable {
		t.Errorf("fields lost: %+v", full)
	}
}

func TestProblemOfHidesWhatWasNotForeseen(t *testing.T) {
	known := claims.ProblemOf(fmt.Errorf("job: %w", claims.Errorf(claims.Unreachable, "gone", "no answer").WithHint("Try again").WithRef("r")))
	if *known != (claims.Problem{Code: "gone", Detail: "no answer. Try again", Ref: "r"}) {
		t.Errorf("ProblemOf = %+v", known)
	}
	for _, err := range []error{
		errors.New("open /home/x/secret.db"),
		claims.Errorf(claims.Internal, "sql", "open /home/x/secret.db"),
		nil,
	} {
		if p := claims.ProblemOf(err); p.Code != "internal" || strings.Contains(p.Detail, "secret") {
			t.Errorf("ProblemOf(%v) = %+v", err, p)
		}
	}
}
