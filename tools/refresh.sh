# Sourced by ./meshc when its jar is stale or its AOT cache does not fit: builds the jar and trains the cache, and leaves
# JAVA_HOME set. Only one run at a time does so; the others wait, and then find nothing left to do.
# Uses root, jar, aot, cel, jvm, jar_is_stale and jvm_is_known of ./meshc. Nothing here reads stdin: it is the program's.

. "$root/.mvn/jdk.sh"

lock=$root/cli/target/meshc.lock
log=$root/cli/target/meshc.log
began=$root/cli/target/meshc.began

take_lock() {
  mkdir -p "${lock%/*}" || exit 3
  waited=0
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock" # that run was killed
      continue
    fi
    waited=$((waited + 1))
    if [ "$waited" -gt 900 ]; then
      echo "meshc: another run has been building for 15 minutes; if there is none, remove $lock" >&2
      exit 3
    fi
    sleep 1
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

build_jar() {
  if ! command -v mvn >/dev/null 2>&1; then
    echo "meshc: no Maven found to build with; install 3.8.7 or newer so that mvn is on the PATH" >&2
    exit 2
  fi
  echo "meshc: building (the first run takes one to five minutes)" >&2
  : >"$began"
  # In the project's folder, so that Maven finds .mvn/jvm.config.
  if ! (cd "$root" && mvn -q -B -ntp package -DskipTests) </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    echo "meshc: the build failed" >&2
    exit 3
  fi
  touch -r "$began" "$jar" # what was edited while Maven ran is newer than the jar, and so is built by the next run
}

# train CACHE ARGUMENTS...: what a run with these arguments needs, as a cache
train() {
  cache=$1
  shift
  env -i LC_ALL=C.UTF-8 "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$cache.new" -XX:+UseParallelGC -XX:TieredStopAtLevel=1 \
    -XX:+UseCompactObjectHeaders -Xlog:disable -XX:-UsePerfData --sun-misc-unsafe-memory-access=allow \
    --enable-native-access=ALL-UNNAMED -cp "$jar" io.meshc.cli.Main "$@" </dev/null >"$log" 2>&1
  if [ -f "$cache.new" ]; then
    mv "$cache.new" "$cache"
  fi
}

# Everything works without the caches, only slower, so a failure here is no failure of the run.
train_cache() {
  rm -f "$aot" "$cel" "$jvm"
  # One process trains it, so each input is an environment of its own: a whole mesh, one file alone, and files with findings.
  # The settings are those of this repository, never those of the user, who may stand anywhere.
  # Each start links every class of its cache, so what asks CEL has one of its own: that is thousands which few runs need.
  set -- lint --repo "$root" --isolated "$root/examples/bookstore" "$root/examples/bookstore/access.yaml"
  for case in "$root"/golden/*/in; do
    grep -rq CustomResourceDefinition "$case" || set -- "$@" "$case"
  done
  train "$aot" "$@"
  # Who has definitions at hand has objects of Istio and of the Gateway API above all, so that run sees every kind of them.
  for case in "$root"/examples/* "$root"/cli/src/test/resources/* "$root"/compiler/src/test/resources/*; do
    [ ! -d "$case" ] || set -- "$@" "$case"
  done
  train "$cel" "$@" "$root"/golden/*definitions/in/objects.yaml --crds "$root/golden"
  { echo "$JAVA_HOME" && grep '^JAVA_RUNTIME_VERSION=' "$JAVA_HOME/release"; } >"$jvm"
}

take_lock
if jar_is_stale; then
  build_jar
fi
jvm_is_known || train_cache
rm -rf "$lock"
trap - EXIT INT TERM
