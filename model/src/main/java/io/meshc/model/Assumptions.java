package io.meshc.model;

/// What Git does not show.
///
/// @param trustDomain of the identities in this cluster
/// @param clusterDomain the DNS suffix of Services
/// @param closed everything that exists is in the repo
public record Assumptions(String trustDomain, String clusterDomain, boolean closed) {
  public static final Assumptions DEFAULT =
      new Assumptions("cluster.local", "cluster.local", false);
}
