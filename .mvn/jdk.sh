# Sourced by ./build and ./meshc: exports JAVA_HOME as a JDK of the release that the project is written for, or says
# that there is none and leaves with status 2. The version is read from the JDK's own `release` file: no JVM is started.

want=25

major() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

fits() { [ -x "$1/bin/javac" ] && [ "$(major "$1")" = "$want" ]; }

find_jdk() {
  onpath=$(command -v javac 2>/dev/null || true)
  if [ -n "$onpath" ]; then
    onpath=$(readlink -f "$onpath") # often a symlink through /etc/alternatives
    onpath=${onpath%/bin/javac}
  fi
  for jdk in "${JAVA_HOME:-}" "${JDK_25:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_arm64:-}" "$onpath" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$jdk" ] && fits "$jdk"; then
      printf '%s\n' "$jdk"
      return
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk); then
  echo "${0##*/}: no JDK $want found; install one or set JAVA_HOME" >&2
  exit 2
fi
export JAVA_HOME
