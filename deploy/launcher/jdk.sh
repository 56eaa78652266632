# Sets JAVA_HOME to a JDK of at least version 25: the one JAVA_HOME names, the one on the PATH, or one in the
# usual folders. Sourced by ./mvnw and ./apricot, so that a machine whose default Java is older just works.

jdk_feature_version() {
  [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

jdk_is_new_enough() {
  version=$(jdk_feature_version "$1") && [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk() {
  path_java=
  path_java=$(command -v javac 2>/dev/null) && path_java=$(readlink -f "$path_java" 2>/dev/null) || true
  for candidate in "${JAVA_HOME:-}" "${path_java%/bin/javac}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && jdk_is_new_enough "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  {
    echo "Apricot Desk needs a JDK of version 25 or newer and found none."
    echo "Looked at JAVA_HOME, the PATH, /usr/lib/jvm, /usr/java, /opt and the usual folders of SDKMAN, IDEs and macOS."
    echo "Install one (for example Eclipse Temurin 25) and set JAVA_HOME to its folder if it is somewhere else."
  } >&2
  return 1
}

find_jdk || exit 1
