package io.meshc.dialect.smi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.link.Inline;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import io.meshc.yaml.emit.Emit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a record says, its document says; and whatever that document says, the record read from it says.
final class RecordsTest {
  private static final int RECORDS = 400;

  static Stream<Arguments> kinds() {
    Stream<Arguments> everywhere =
        Stream.of("TrafficTarget", "HTTPRouteGroup", "TCPRoute", "TrafficSplit")
            .flatMap(kind -> RandomRecords.VERSIONS.stream().map(it -> arguments(kind, it)));
    Stream<Arguments> newest =
        Stream.of("UDPRoute", "IdentityBinding").map(it -> arguments(it, "v1alpha4"));
    return Stream.concat(everywhere, newest);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("kinds")
  void survive_their_documents(String kind, String version) {
    qt().withFixedSeed(7)
        .withExamples(RECORDS)
        .forAll(longs().all())
        .checkAssert(seed -> survives(new RandomRecords(seed).any(kind, version)));
  }

  private static void survives(Resource written) {
    Node.Mapping node = RoundTripTest.render(written);
    String yaml = Emit.yaml(node);
    Inline inline = Inline.of(yaml);
    assertThat(inline.parsed().resources().all()).as(yaml).hasSize(1);
    Resource read = inline.parsed().resources().all().getFirst();
    assertThat(placeless(read)).as(yaml).isEqualTo(placeless(written));
    assertThat(Emit.yaml(RoundTripTest.render(read))).isEqualTo(yaml);
  }

  /// Equality of records asks for places too, but only in `Meta`.
  private static Resource placeless(Resource of) {
    Meta meta = of.meta();
    Meta bare =
        new Meta(meta.id(), meta.version(), meta.labels(), meta.annotations(), Origin.none());
    return switch (of) {
      case TrafficTarget it -> new TrafficTarget(bare, it.destination(), it.rules(), it.sources());
      case HttpRouteGroup it -> new HttpRouteGroup(bare, it.matches());
      case TcpRoute it -> new TcpRoute(bare, it.matchName(), it.ports());
      case UdpRoute it -> new UdpRoute(bare, it.matchName(), it.ports());
      case TrafficSplit it -> new TrafficSplit(bare, it.service(), it.backends(), it.matches());
      case IdentityBinding it ->
          new IdentityBinding(bare, it.podLabels(), it.spiffeIdentities(), it.serviceAccount());
      default -> throw new AssertionError(of);
    };
  }
}
