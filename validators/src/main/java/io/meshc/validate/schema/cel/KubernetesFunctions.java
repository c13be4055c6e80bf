package io.meshc.validate.schema.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The functions that Kubernetes adds to CEL and that the definitions of meshes use: URLs, IP addresses, formats, searches by
/// regular expression. A rule that uses another one does not compile, and is said to be unchecked.
final class KubernetesFunctions {
  private static final CelType URL = OpaqueType.create("kubernetes.URL");
  private static final CelType FORMAT = OpaqueType.create("kubernetes.NamedFormat");
  private static final CelType TEXT = SimpleType.STRING;
  private static final CelType TEXTS = ListType.create(SimpleType.STRING);

  private static final List<CelFunctionDecl> DECLARATIONS = new ArrayList<>();
  private static final List<CelFunctionBinding> BINDINGS = new ArrayList<>();

  static {
    global("url", "string_to_url", URL, TEXT, String.class, Url::parse);
    global("isURL", "is_url_string", SimpleType.BOOL, TEXT, String.class, Url::isUrl);
    member("getScheme", "url_get_scheme", URL, Url.class, Url::scheme);
    member("getHost", "url_get_host", URL, Url.class, Url::host);
    member("getHostname", "url_get_hostname", URL, Url.class, Url::hostname);
    member("getPort", "url_get_port", URL, Url.class, Url::port);
    member("getEscapedPath", "url_get_escaped_path", URL, Url.class, Url::path);
    global("isIP", "is_ip", SimpleType.BOOL, TEXT, String.class, NamedFormat::isAddress);
    global("isCIDR", "is_cidr", SimpleType.BOOL, TEXT, String.class, NamedFormat::isRange);
    for (NamedFormat it : NamedFormat.values()) {
      constant("format." + it.function(), "format_" + it.function(), it);
    }
    DECLARATIONS.add(
        CelFunctionDecl.newFunctionDeclaration(
            "validate",
            CelOverloadDecl.newMemberOverload(
                "format_validate", OptionalType.create(TEXTS), FORMAT, TEXT)));
    BINDINGS.add(
        CelFunctionBinding.from(
            "format_validate",
            NamedFormat.class,
            String.class,
            (format, text) -> mistakes(format, text)));
    DECLARATIONS.add(
        CelFunctionDecl.newFunctionDeclaration(
            "find", CelOverloadDecl.newMemberOverload("string_find_string", TEXT, TEXT, TEXT)));
    bind("string_find_string", (text, regex) -> Regexes.of(regex).firstIn(text));
    bind("matches", (text, regex) -> Regexes.of(regex).matchesPart(text));
    bind("matches_string", (text, regex) -> Regexes.of(regex).matchesPart(text));
  }

  private KubernetesFunctions() {}

  static List<CelFunctionDecl> declarations() {
    return DECLARATIONS;
  }

  static List<CelFunctionBinding> bindings() {
    return BINDINGS;
  }

  private static <T> void global(
      String name,
      String id,
      CelType result,
      CelType of,
      Class<T> type,
      CelFunctionOverload.Unary<T> does) {
    DECLARATIONS.add(
        CelFunctionDecl.newFunctionDeclaration(
            name, CelOverloadDecl.newGlobalOverload(id, result, of)));
    BINDINGS.add(CelFunctionBinding.from(id, type, does));
  }

  private static <T> void member(
      String name, String id, CelType of, Class<T> type, CelFunctionOverload.Unary<T> does) {
    DECLARATIONS.add(
        CelFunctionDecl.newFunctionDeclaration(
            name, CelOverloadDecl.newMemberOverload(id, TEXT, of)));
    BINDINGS.add(CelFunctionBinding.from(id, type, does));
  }

  @SuppressWarnings("Immutable") // every value of a format is a record or a text
  private static void constant(String name, String id, Object value) {
    DECLARATIONS.add(
        CelFunctionDecl.newFunctionDeclaration(
            name, CelOverloadDecl.newGlobalOverload(id, FORMAT, List.of())));
    BINDINGS.add(CelFunctionBinding.from(id, List.of(), _ -> value));
  }

  private static Optional<List<String>> mistakes(NamedFormat format, String text) {
    return format.takes(text)
        ? Optional.empty()
        : Optional.of(List.of("is no " + format.described()));
  }

  private static void bind(String id, CelFunctionOverload.Binary<String, String> does) {
    BINDINGS.add(CelFunctionBinding.from(id, String.class, String.class, does));
  }
}
