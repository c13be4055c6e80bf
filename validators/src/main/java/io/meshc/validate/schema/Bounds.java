package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;
import java.util.Optional;

/// How large a value may be: of a number itself, of a text its characters, of a list its items, of a mapping its fields.
final class Bounds {
  private Bounds() {}

  /// @param inclusive whether the limits themselves are allowed
  record Range(
      Optional<BigDecimal> least,
      boolean leastInclusive,
      Optional<BigDecimal> most,
      boolean mostInclusive)
      implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (!(value instanceof Node.Scalar scalar) || !isNumber(scalar)) {
        return;
      }
      // A number that is too long to be read is beyond every limit.
      Optional<BigDecimal> number = Numbers.of(scalar);
      boolean negative = scalar.text().startsWith("-");
      boolean small =
          least.isPresent() && number.map(it -> isBelow(it, least.get())).orElse(negative);
      boolean large =
          most.isPresent() && number.map(it -> isAbove(it, most.get())).orElse(!negative);
      if (small || large) {
        visit.report(
            Problem.Kind.OUT_OF_RANGE,
            value.span(),
            Shown.of(value) + " in `" + visit.path() + "` is " + (small ? below() : above()),
            "");
      }
    }

    private boolean isBelow(BigDecimal number, BigDecimal limit) {
      int order = number.compareTo(limit);
      return leastInclusive ? order < 0 : order <= 0;
    }

    private boolean isAbove(BigDecimal number, BigDecimal limit) {
      int order = number.compareTo(limit);
      return mostInclusive ? order > 0 : order >= 0;
    }

    private String below() {
      String limit = least.orElseThrow().toPlainString();
      return leastInclusive ? "less than " + limit : "not more than " + limit;
    }

    private String above() {
      String limit = most.orElseThrow().toPlainString();
      return mostInclusive ? "more than " + limit : "not less than " + limit;
    }
  }

  record Multiple(BigDecimal of) implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (value instanceof Node.Scalar scalar
          && isNumber(scalar)
          && Numbers.of(scalar).filter(this::divides).isEmpty()) {
        visit.report(
            Problem.Kind.OUT_OF_RANGE,
            value.span(),
            Shown.of(value) + " in `" + visit.path() + "` is no multiple of " + of,
            "");
      }
    }

    private boolean divides(BigDecimal number) {
      return number.remainder(of).signum() == 0;
    }
  }

  /// In characters, each of which counts once whatever its bytes.
  record Length(int least, int most) implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (value instanceof Node.Scalar scalar && Scalars.kind(scalar) == Scalars.Kind.STRING) {
        int length = scalar.text().codePointCount(0, scalar.text().length());
        if (length < least || length > most) {
          String of = "the text of `" + visit.path() + "` has " + count(length, "character");
          visit.report(
              Problem.Kind.WRONG_LENGTH, value.span(), of + limit(length, least, most), "");
        }
      }
    }
  }

  record Items(int least, int most) implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (value instanceof Node.Sequence list) {
        int length = list.items().size();
        if (length < least || length > most) {
          String of = "list `" + visit.path() + "` has " + count(length, "item");
          visit.report(Problem.Kind.WRONG_COUNT, value.span(), of + limit(length, least, most), "");
        }
      }
    }
  }

  record Fields(int least, int most) implements Constraint {
    @Override
    public void check(Node value, Visit visit) {
      if (value instanceof Node.Mapping mapping) {
        int length = given(mapping);
        if (length < least || length > most) {
          String of = "mapping `" + visit.path() + "` has " + count(length, "field");
          visit.report(Problem.Kind.WRONG_COUNT, value.span(), of + limit(length, least, most), "");
        }
      }
    }
  }

  private static int given(Node.Mapping mapping) {
    int given = 0;
    for (Node.Entry it : mapping.entries()) {
      given += Scalars.isNull(it.value()) ? 0 : 1;
    }
    return given;
  }

  private static String limit(int is, int least, int most) {
    return is < least ? ", of at least " + least : ", of at most " + most;
  }

  private static String count(int number, String of) {
    return (number == 0 ? "no" : String.valueOf(number)) + " " + of + (number == 1 ? "" : "s");
  }

  private static boolean isNumber(Node.Scalar scalar) {
    Scalars.Kind kind = Scalars.kind(scalar);
    return kind == Scalars.Kind.INTEGER || kind == Scalars.Kind.FLOAT;
  }
}
