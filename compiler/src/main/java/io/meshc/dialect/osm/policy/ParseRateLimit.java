package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.policy.RateLimit.AddedHeader;
import io.meshc.dialect.osm.policy.RateLimit.Entry;
import io.meshc.dialect.osm.policy.RateLimit.GenericKey;
import io.meshc.dialect.osm.policy.RateLimit.Global;
import io.meshc.dialect.osm.policy.RateLimit.GlobalHttp;
import io.meshc.dialect.osm.policy.RateLimit.GlobalTcp;
import io.meshc.dialect.osm.policy.RateLimit.Header;
import io.meshc.dialect.osm.policy.RateLimit.HeaderValueMatch;
import io.meshc.dialect.osm.policy.RateLimit.HttpDescriptor;
import io.meshc.dialect.osm.policy.RateLimit.HttpEntry;
import io.meshc.dialect.osm.policy.RateLimit.Local;
import io.meshc.dialect.osm.policy.RateLimit.LocalHttp;
import io.meshc.dialect.osm.policy.RateLimit.LocalTcp;
import io.meshc.dialect.osm.policy.RateLimit.Nothing;
import io.meshc.dialect.osm.policy.RateLimit.OfRoute;
import io.meshc.dialect.osm.policy.RateLimit.RequestHeader;
import io.meshc.dialect.osm.policy.RateLimit.Server;
import io.meshc.dialect.osm.policy.RateLimit.TcpDescriptor;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `rateLimit` → record.
final class ParseRateLimit {
  private ParseRateLimit() {}

  static RateLimit parse(Fields it) {
    return closed(
        it,
        new RateLimit(
            it.object("local").map(ParseRateLimit::local),
            it.object("global").map(ParseRateLimit::global)));
  }

  static OfRoute ofRoute(Fields it) {
    return closed(
        it,
        new OfRoute(
            it.object("local").map(ParseRateLimit::localHttp),
            it.object("global").map(global -> closed(global, httpDescriptors(global)))));
  }

  /// A record, once all of its fields are read.
  private static <T> T closed(Fields fields, T read) {
    fields.done();
    return read;
  }

  private static <T> List<T> each(Fields of, String field, Function<Fields, T> read) {
    return of.objects(field).stream().map(read).toList();
  }

  private static Local local(Fields it) {
    return closed(
        it,
        new Local(
            it.object("tcp").map(ParseRateLimit::localTcp),
            it.object("http").map(ParseRateLimit::localHttp),
            it.origin()));
  }

  private static LocalTcp localTcp(Fields it) {
    return closed(
        it, new LocalTcp(it.integer("connections"), it.string("unit"), it.integer("burst")));
  }

  private static LocalHttp localHttp(Fields it) {
    return closed(
        it,
        new LocalHttp(
            it.integer("requests"),
            it.string("unit"),
            it.integer("burst"),
            it.integer("responseStatusCode"),
            each(
                it,
                "responseHeadersToAdd",
                header ->
                    closed(
                        header, new AddedHeader(header.string("name"), header.string("value"))))));
  }

  private static Global global(Fields it) {
    return closed(
        it,
        new Global(
            it.object("tcp").map(ParseRateLimit::globalTcp),
            it.object("http").map(ParseRateLimit::globalHttp)));
  }

  private static Optional<Server> server(Fields of) {
    return of.object("rateLimitService")
        .map(it -> closed(it, new Server(it.string("host"), it.integer("port"))));
  }

  private static GlobalTcp globalTcp(Fields it) {
    return closed(
        it,
        new GlobalTcp(
            server(it),
            it.string("domain"),
            each(
                it,
                "descriptors",
                of -> closed(of, new TcpDescriptor(each(of, "entries", ParseRateLimit::entry)))),
            it.string("timeout"),
            it.bool("failOpen"),
            it.origin()));
  }

  private static Entry entry(Fields it) {
    return closed(it, new Entry(it.string("key"), it.string("value")));
  }

  private static GlobalHttp globalHttp(Fields it) {
    return closed(
        it,
        new GlobalHttp(
            server(it),
            it.string("domain"),
            httpDescriptors(it),
            it.string("timeout"),
            it.bool("failOpen"),
            it.bool("enableXRateLimitHeaders"),
            it.integer("responseStatusCode"),
            it.origin()));
  }

  private static List<HttpDescriptor> httpDescriptors(Fields of) {
    return each(
        of,
        "descriptors",
        it -> closed(it, new HttpDescriptor(each(it, "entries", ParseRateLimit::httpEntry))));
  }

  private static HttpEntry httpEntry(Fields it) {
    return closed(
        it,
        new HttpEntry(
            it.object("genericKey")
                .map(key -> closed(key, new GenericKey(key.string("value"), key.string("key")))),
            it.object("remoteAddress").map(none -> closed(none, new Nothing())),
            it.object("requestHeader")
                .map(header ->
                    closed(header, new RequestHeader(header.string("name"), header.string("key")))),
            it.object("headerValueMatch").map(ParseRateLimit::headerValueMatch),
            it.origin()));
  }

  private static HeaderValueMatch headerValueMatch(Fields it) {
    return closed(
        it,
        new HeaderValueMatch(
            it.string("value"),
            each(it, "headers", ParseRateLimit::header),
            it.string("key"),
            it.bool("expectMatch")));
  }

  private static Header header(Fields it) {
    return closed(
        it,
        new Header(
            it.string("name"),
            it.string("exact"),
            it.string("prefix"),
            it.string("suffix"),
            it.string("regex"),
            it.string("contains"),
            it.bool("present")));
  }
}
