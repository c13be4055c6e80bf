package io.meshc.rules.gateway.status;

import io.meshc.diag.Severity;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.written.Documents;

/// Whether an object that another one names is there.
public enum Presence {
  FOUND,
  MISSING,
  /// The repo shows nothing of that kind in the namespace: it may come from elsewhere.
  OUTSIDE,
  /// Another tool fills in an object of that kind, which may be the one.
  HIDDEN;

  public static Presence of(ResourceId id, Checked input) {
    Documents documents = input.documents();
    if (documents.one(id).isPresent()) {
      return FOUND;
    }
    if (documents.hides(id.group(), id.kind())) {
      return HIDDEN;
    }
    boolean shown =
        input.mesh().assumptions().closed()
            || documents.holds(id.group(), id.kind(), id.namespace());
    return shown ? MISSING : OUTSIDE;
  }

  public boolean isGone() {
    return this == MISSING || this == OUTSIDE;
  }

  /// What its absence is worth saying.
  public Severity severity() {
    return this == OUTSIDE ? Severity.INFO : Severity.ERROR;
  }
}
