package io.meshc.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.Token;

/// A scanner that keeps the token which comes next. The engine's parser asks for it up to ten times, by each kind that it
/// could be, and its own scanner thinks the question through anew each time: a third of the time that parsing takes.
final class Lookahead implements Scanner {
  private final Scanner tokens;
  private @Nullable Token next;

  Lookahead(Scanner tokens) {
    this.tokens = tokens;
  }

  /// Null after the last one.
  private @Nullable Token head() {
    if (next == null && tokens.hasNext()) {
      next = tokens.peekToken();
    }
    return next;
  }

  @Override
  public boolean checkToken(Token.ID kind) {
    Token head = head();
    return head != null && head.getTokenId() == kind;
  }

  @Override
  public boolean checkToken(Token.ID... kinds) {
    Token head = head();
    if (head == null) {
      return false;
    }
    for (Token.ID kind : kinds) {
      if (head.getTokenId() == kind) {
        return true;
      }
    }
    return kinds.length == 0;
  }

  @Override
  public Token peekToken() {
    Token head = head();
    return head == null ? tokens.peekToken() : head;
  }

  @Override
  public boolean hasNext() {
    return head() != null;
  }

  @Override
  public Token next() {
    next = null;
    return tokens.next();
  }

  @Override
  public void resetDocumentIndex() {
    tokens.resetDocumentIndex();
  }
}
