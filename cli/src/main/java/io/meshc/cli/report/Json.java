package io.meshc.cli.report;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// One JSON value on its way out, and a line end after it. The stream stays open.
public final class Json implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator out;
  private final PrintStream to;

  private Json(ObjectWriteContext context, PrintStream to) {
    this.to = to;
    Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    out = FACTORY.createGenerator(context, writer);
  }

  /// Over several lines, for a file or a reader.
  public static Json indented(PrintStream to) {
    return new Json(new Indented(), to);
  }

  /// On one line.
  public static Json line(PrintStream to) {
    return new Json(ObjectWriteContext.empty(), to);
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      var indenter = new DefaultIndenter("  ", "\n");
      var separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(indenter)
          .withArrayIndenter(indenter);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  @Override
  public void close() {
    out.close();
    to.print('\n');
  }

  public Json object() {
    out.writeStartObject();
    return this;
  }

  public Json object(String name) {
    out.writeName(name);
    return object();
  }

  public Json endObject() {
    out.writeEndObject();
    return this;
  }

  public Json array(String name) {
    out.writeName(name);
    return array();
  }

  public Json array() {
    out.writeStartArray();
    return this;
  }

  public Json endArray() {
    out.writeEndArray();
    return this;
  }

  public Json name(String name) {
    out.writeName(name);
    return this;
  }

  public Json text(String value) {
    out.writeString(value);
    return this;
  }

  /// A number or word as it stands.
  public Json raw(String value) {
    out.writeRawValue(value);
    return this;
  }

  public Json field(String name, String value) {
    out.writeStringProperty(name, value);
    return this;
  }

  public Json field(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  public Json field(String name, double value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  public Json field(String name, OptionalDouble value) {
    return value.isPresent() ? field(name, value.getAsDouble()) : none(name);
  }

  /// An item of an array.
  public Json number(double value) {
    out.writeNumber(value);
    return this;
  }

  public Json field(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  public Json field(String name, OptionalInt value) {
    return value.isPresent() ? field(name, value.getAsInt()) : none(name);
  }

  public Json field(String name, Optional<String> value) {
    return value.isPresent() ? field(name, value.get()) : none(name);
  }

  public Json field(String name, Collection<String> values) {
    array(name);
    values.forEach(out::writeString);
    return endArray();
  }

  public Json none(String name) {
    out.writeNullProperty(name);
    return this;
  }
}
