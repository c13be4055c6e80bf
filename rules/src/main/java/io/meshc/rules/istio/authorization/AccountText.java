package io.meshc.rules.istio.authorization;

/// Service accounts as policies name them: `account`, of the policy's own namespace, or `namespace/account`.
final class AccountText {
  private AccountText() {}

  static String fault(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    if (text.indexOf('*') >= 0) {
      return "it has a `*`, and accounts are named one by one";
    }
    int slash = text.indexOf('/');
    if (slash != text.lastIndexOf('/')) {
      return "it has more than one `/`";
    }
    if (slash == 0 || slash == text.length() - 1) {
      return "a namespace and an account stand around the `/`";
    }
    return "";
  }
}
