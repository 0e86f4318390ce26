package linear

// Feature is the hash of a template and of the values it looks at, never zero.
// Features that differ are taken to have different hashes: of the few that
// share one, training settles what their common weight is.
type Feature = uint64

const (
	spread   = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
	stir     = 0xff51afd7ed558ccd // from the finaliser of MurmurHash3
	finish   = 0xd6e8feb86659fd93 // from the mixer "rrxmrrxmsx" of Pelle Evensen
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

// Word gives the hash of a text, for use as a value of a feature: FNV-1a, which
// is fast for short ones.
func Word[Text string | []byte](text Text) uint64 {
	hash := uint64(fnvStart)
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * fnvPrime
	}
	return hash
}

// Of gives the feature of a template that looks at one value. Templates of one
// model have different numbers.
func Of(template, first uint64) Feature {
	return closing(join(template*spread, first))
}

// Of2 gives the feature of a template that looks at two values.
func Of2(template, first, second uint64) Feature {
	return closing(join(join(template*spread, first), second))
}

// Of3 gives the feature of a template that looks at three values.
func Of3(template, first, second, third uint64) Feature {
	return closing(join(join(join(template*spread, first), second), third))
}

// Of4 gives the feature of a template that looks at four values.
func Of4(template, first, second, third, fourth uint64) Feature {
	return closing(join(join(join(join(template*spread, first), second), third), fourth))
}

// Of5 gives the feature of a template that looks at five values.
func Of5(template, first, second, third, fourth, fifth uint64) Feature {
	return closing(join(join(join(join(join(template*spread, first), second), third), fourth), fifth))
}

// join adds a value to a hash. The order of values counts.
func join(hash, value uint64) uint64 {
	hash = (hash ^ value) * stir
	return hash ^ hash>>29
}

// closing spreads what the last value brought over all bits.
func closing(hash uint64) Feature {
	hash = (hash ^ hash>>32) * finish
	return (hash ^ hash>>32) | 1
}
