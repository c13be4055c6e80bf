package io.meshc.validate.schema.cel;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import io.meshc.validate.schema.Schema.CelRule;
import io.meshc.validate.schema.cel.Answer.Broken;
import io.meshc.validate.schema.cel.Answer.Unchecked;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Asks rules of values. Each rule is compiled when it is first asked; one engine serves all threads.
public final class Engine {
  /// What one rule may do at one value. Comparing each item of a list with each other needs some ten thousand.
  private static final int MAX_ITERATIONS = 200_000;

  /// For a rule that ran out of steps: who gets it often should stop asking.
  public static final Answer EXHAUSTED =
      new Unchecked("it takes more than " + MAX_ITERATIONS + " steps");

  private static final int MAX_EXPRESSION = 100_000;

  /// `null`, as rules see it.
  public static final Object NOTHING = NullValue.NULL_VALUE;

  /// Beyond this, answers for texts are worked out again.
  private static final int MAX_KNOWN = 100_000;

  /// `oldSelf` outside of quotes.
  private static final Pattern OLD =
      Pattern.compile("\\boldSelf\\b(?=(?:[^'\"]*(?:'[^']*'|\"[^\"]*\"))*[^'\"]*$)");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .comprehensionMaxIterations(MAX_ITERATIONS)
          .maxExpressionCodePointSize(MAX_EXPRESSION)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private final CelCompiler compiler;
  private final CelRuntime runtime;
  private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

  /// Many objects say the same texts: durations, names of ports.
  private final Map<Known, Answer> known = new ConcurrentHashMap<>();

  private record Known(String expression, String text) {}

  /// @param fault why there is no program; `""` if there is one
  private record Compiled(Optional<CelRuntime.Program> program, String fault) {}

  public Engine() {
    compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("self", SimpleType.DYN)
            .addLibraries(
                CelExtensions.strings(),
                CelExtensions.optional(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.comprehensions())
            .addFunctionDeclarations(KubernetesFunctions.declarations())
            .build();
    runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(
                CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.MATCHES)
                    .build())
            .addLibraries(
                CelExtensions.strings(),
                CelExtensions.optional(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.comprehensions())
            .addFunctionBindings(KubernetesFunctions.bindings())
            .build();
    // The first expression takes as long as the next twenty.
    compile("has(self.first) && self.first == 'x'");
  }

  /// Whether a rule speaks of the object as it was before, which no repository shows by itself.
  public static boolean isTransition(CelRule rule) {
    return rule.expression().contains("oldSelf") && OLD.matcher(rule.expression()).find();
  }

  public Answer ask(CelRule rule, Object self) {
    if (!(self instanceof String text) || known.size() >= MAX_KNOWN) {
      return evaluate(rule, self);
    }
    var question = new Known(rule.expression(), text);
    Answer before = known.get(question);
    if (before != null) {
      return before;
    }
    Answer answer = evaluate(rule, self);
    known.put(question, answer);
    return answer;
  }

  private Answer evaluate(CelRule rule, Object self) {
    Compiled it = compile(rule.expression());
    if (it.program().isEmpty()) {
      return new Unchecked(it.fault());
    }
    try {
      Object result = it.program().get().eval(Map.of("self", self));
      return Boolean.TRUE.equals(result) ? Answer.HOLDS : new Broken(said(rule, self));
    } catch (CelEvaluationException e) {
      return failed(rule, e);
    }
  }

  /// A rule that ends in an error refuses the object, as at the server; but not one that ran out of our own budget.
  private static Answer failed(CelRule rule, CelEvaluationException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof Regexes.Refused refused) {
        return new Unchecked("a regular expression is refused: " + refused.getMessage());
      }
    }
    String why = line(String.valueOf(error.getMessage()));
    if (why.contains("teration") && why.contains("exceeded")) {
      return EXHAUSTED;
    }
    return new Broken(rule.message().isEmpty() ? why : rule.message());
  }

  private String said(CelRule rule, Object self) {
    if (rule.messageExpression().isEmpty()) {
      return rule.message();
    }
    Compiled it = compile(rule.messageExpression());
    try {
      return it.program().isPresent()
              && it.program().get().eval(Map.of("self", self)) instanceof String text
          ? line(text)
          : rule.message();
    } catch (CelEvaluationException _) {
      return rule.message();
    }
  }

  private Compiled compile(String expression) {
    Compiled before = compiled.get(expression);
    if (before != null) {
      return before;
    }
    Compiled now = compileNow(expression);
    compiled.put(expression, now);
    return now;
  }

  private Compiled compileNow(String expression) {
    CelValidationResult result = compiler.compile(expression);
    try {
      return new Compiled(Optional.of(runtime.createProgram(result.getAst())), "");
    } catch (CelValidationException _) {
      return new Compiled(Optional.empty(), line(result.getErrors().getFirst().getMessage()));
    } catch (CelEvaluationException e) {
      return new Compiled(Optional.empty(), line(String.valueOf(e.getMessage())));
    }
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
