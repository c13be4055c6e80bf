package io.meshc.cli;

final class Compile {
  static int run(TranslateCommand options, Session session) {
    throw Stop.usage("`translate` is not there yet", "");
  }
}
