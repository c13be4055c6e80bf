package io.meshc.model.server;

import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.ResourceId;

/// Who may come in.
///
/// @param by the policy that says so
public record Grant(ResourceId by, At<Match> clients) {}
