package io.meshc.dialect.gateway.route;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.gateway.route.SessionPersistence.Cookie;
import io.meshc.dialect.gateway.route.SessionPersistence.Header;
import io.meshc.dialect.gateway.route.SessionPersistence.Lifetime;
import io.meshc.dialect.gateway.route.SessionPersistence.Type;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `sessionPersistence` → record.
public final class ReadSession {
  private ReadSession() {}

  public static Optional<SessionPersistence> session(Fields of, List<Problem> problems) {
    return of.object("sessionPersistence").map(it -> persistence(it, problems));
  }

  private static SessionPersistence persistence(Fields fields, List<Problem> problems) {
    var result =
        new SessionPersistence(
            Choice.of(fields, "type", Type.class, problems),
            fields.string("absoluteTimeout"),
            fields.object("cookie").map(it -> cookie(it, problems)),
            fields.object("header").map(ReadSession::header),
            fields.origin());
    fields.done();
    return result;
  }

  private static Cookie cookie(Fields fields, List<Problem> problems) {
    var result =
        new Cookie(
            fields.string("name"),
            Choice.of(fields, "lifetimeType", Lifetime.class, problems),
            fields.string("path"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Header header(Fields fields) {
    var result = new Header(fields.required("name", fields::string), fields.origin());
    fields.done();
    return result;
  }
}
