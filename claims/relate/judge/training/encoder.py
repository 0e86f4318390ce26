"""The judge's network: a BERT encoder with one linear layer over the mean of its states.

In: padded token ids, segment ids and lengths. Out: three logits a pair, in the
order of CLASSES. Parameter names are those of a Hugging Face BERT state dict,
so that the base loads as it is and the exporter needs no table of names.
Devlin et al. 2019, "BERT"; Wang et al. 2020, "MiniLM".
"""

import torch
from torch import nn
from torch.nn import functional as F

CLASSES = ["conflict", "agree", "neutral"]
LAYERS, HIDDEN, HEADS, INNER, EPS = 6, 384, 12, 1536, 1e-12
POSITIONS = 128


class Block(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, drop: float):
        super().__init__()
        self.attention = nn.ModuleDict({
            "self": nn.ModuleDict({k: nn.Linear(HIDDEN, HIDDEN) for k in ("query", "key", "value")}),
            "output": nn.ModuleDict({"dense": nn.Linear(HIDDEN, HIDDEN), "LayerNorm": nn.LayerNorm(HIDDEN, EPS)}),
        })
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(HIDDEN, INNER)})
        self.output = nn.ModuleDict({"dense": nn.Linear(INNER, HIDDEN), "LayerNorm": nn.LayerNorm(HIDDEN, EPS)})
        self.drop = drop

    def forward(self, x, mask):
        n, t, _ = x.shape
        parts = [self.attention["self"][k](x).view(n, t, HEADS, -1).transpose(1, 2) for k in ("query", "key", "value")]
        drop = self.drop if self.training else 0.0
        mixed = F.scaled_dot_product_attention(*parts, attn_mask=mask, dropout_p=drop)
        mixed = self.attention["output"]["dense"](mixed.transpose(1, 2).reshape(n, t, HIDDEN))
        x = self.attention["output"]["LayerNorm"](x + F.dropout(mixed, self.drop, self.training))
        wide = F.gelu(self.intermediate["dense"](x))
        wide = F.dropout(self.output["dense"](wide), self.drop, self.training)
        return self.output["LayerNorm"](x + wide)


class Judge(nn.Module):
    """Encoder, mean over the tokens that are no padding, and the classifier."""

    def __init__(self, vocab: int, drop: float = 0.1):
        super().__init__()
        self.embeddings = nn.ModuleDict({
            "word_embeddings": nn.Embedding(vocab, HIDDEN),
            "position_embeddings": nn.Embedding(POSITIONS, HIDDEN),
            "token_type_embeddings": nn.Embedding(2, HIDDEN),
            "LayerNorm": nn.LayerNorm(HIDDEN, EPS),
        })
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Block(drop) for _ in range(LAYERS))})
        self.classifier = nn.Linear(HIDDEN, len(CLASSES))
        self.drop = drop

    def states(self, ids, segments, real):
        """The last layer's state of every token; real is True where no padding stands."""
        e = self.embeddings
        x = e["word_embeddings"](ids) + e["token_type_embeddings"](segments)
        x = x + e["position_embeddings"].weight[: ids.shape[1]]
        x = F.dropout(e["LayerNorm"](x), self.drop, self.training)
        mask = real[:, None, None, :]
        for block in self.encoder["layer"]:
            x = block(x, mask)
        return x

    def forward(self, ids, segments, real):
        x = self.states(ids, segments, real)
        weight = real.unsqueeze(-1).to(x.dtype)
        mean = (x * weight).sum(1) / weight.sum(1)
        return self.classifier(F.dropout(mean, self.drop, self.training))


def fresh(base: dict, drop: float = 0.1) -> Judge:
    """A judge with the base's encoder and an untrained classifier."""
    model = Judge(base["embeddings.word_embeddings.weight"].shape[0], drop)
    missing, surplus = model.load_state_dict(base, strict=False)
    if surplus or set(missing) != {"classifier.weight", "classifier.bias"}:
        raise SystemExit(f"the base does not fit the network: missing {missing}, surplus {surplus}")
    return model
