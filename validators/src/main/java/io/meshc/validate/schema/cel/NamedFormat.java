package io.meshc.validate.schema.cel;

import com.google.re2j.Pattern;
import io.meshc.validate.schema.Addresses;

/// The formats that rules name: `format.dns1123Label()`.
enum NamedFormat {
  DNS1123_LABEL("dns1123Label", "name of a label", "[a-z0-9]([-a-z0-9]*[a-z0-9])?", 63),
  DNS1123_SUBDOMAIN(
      "dns1123Subdomain",
      "name of a domain",
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
      253),
  DNS1035_LABEL("dns1035Label", "name of a label", "[a-z]([-a-z0-9]*[a-z0-9])?", 63),
  QUALIFIED_NAME(
      "qualifiedName",
      "qualified name",
      "([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?",
      317),
  LABEL_VALUE("labelValue", "value of a label", "([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?", 63),
  UUID("uuid", "UUID", "[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}", 36),
  BYTE(
      "byte", "base64 text", "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", 1 << 20),
  DATE("date", "date", "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", 10);

  private final String function;
  private final String described;
  private final Pattern pattern;
  private final int longest;

  NamedFormat(String function, String described, String pattern, int longest) {
    this.function = function;
    this.described = described;
    this.pattern = Pattern.compile(pattern);
    this.longest = longest;
  }

  String function() {
    return function;
  }

  String described() {
    return described;
  }

  boolean takes(String text) {
    return text.length() <= longest && pattern.matcher(text).matches();
  }

  static boolean isAddress(String text) {
    return Addresses.isV4(text) || Addresses.isV6(text);
  }

  static boolean isRange(String text) {
    return Addresses.isRange(text);
  }
}
