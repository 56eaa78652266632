package org.apricotdesk.deploy.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// How `./apricot` and `./mvnw` find a JDK, tried with folders that look like JDKs.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  private static final Path FINDER = Path.of("launcher", "jdk.sh").toAbsolutePath();
  private static final String UTILITIES = "/usr/bin:/bin";

  @TempDir Path home;

  @Test
  void the_jdk_of_java_home_is_taken_if_it_is_new_enough() throws Exception {
    var jdk = jdk("chosen", 25);
    assertThat(found(jdk, UTILITIES)).isEqualTo(new Found(0, jdk.toString(), ""));
  }

  @Test
  void an_older_java_home_gives_way_to_a_newer_jdk_in_a_usual_folder() throws Exception {
    var old = jdk("old", 17);
    var newer = jdk(".sdkman/candidates/java/26.0.1", 26);
    assertThat(onlyHere(old)).isEqualTo(new Found(0, newer.toString(), ""));
  }

  @Test
  void a_runtime_without_a_compiler_does_not_do() throws Exception {
    var runtime = jdk("runtime", 25);
    Files.delete(runtime.resolve("bin/javac"));
    var newer = jdk(".jdks/temurin-25", 25);
    assertThat(onlyHere(runtime).out()).isEqualTo(newer.toString());
  }

  @Test
  void without_a_new_jdk_it_says_what_to_install() throws Exception {
    var found = onlyHere(jdk("old", 17));
    assertThat(found.exit()).isEqualTo(1);
    assertThat(found.error()).contains("needs a JDK of version 25 or newer", "Install one");
  }

  @Test
  void a_remembered_start_that_cannot_be_used_is_passed_over_in_silence() throws Exception {
    var spoilt = Files.writeString(home.resolve("apricot.aot"), "no cache at all");
    var options = Path.of("launcher", "java.options").toAbsolutePath();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "@" + options, "-XX:AOTCache=" + spoilt, "-version")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said.lines().findFirst().orElseThrow()).contains("version");
    assertThat(said).doesNotContainIgnoringCase("cache");
  }

  private static final String BUSY_ONCE =
      """
      void main() throws Exception {
        var memory = Runtime.getRuntime();
        var held = new byte[600][1 << 20];
        IO.println(memory.totalMemory() >> 20 > held.length - 1 ? "took much" : "took little");
        held = null;
        while (memory.totalMemory() >> 20 > 200) Thread.sleep(100);
        IO.println("gave it back");
      }
      """;

  @Test
  void what_a_busy_hour_needed_goes_back_to_the_machine_when_nothing_happens() throws Exception {
    var options = Path.of("launcher", "java.options").toAbsolutePath();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var program = Files.writeString(home.resolve("Busy.java"), BUSY_ONCE).toString();
    var process =
        new ProcessBuilder(java, "@" + options, "-Xmx2g", program)
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(process.waitFor(Duration.ofMinutes(3))).isTrue();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(said.lines()).containsExactly("took much", "gave it back");
    } finally {
      process.destroyForcibly();
    }
  }

  private record Found(int exit, String out, String error) {}

  /// Without the folders of this machine, which may hold a JDK of their own.
  private Found onlyHere(Path javaHome) throws Exception {
    var script = Files.readString(FINDER).replaceAll("/usr/lib/jvm/\\S*|/usr/java/\\S*", "");
    script = script.replaceAll("/opt/[^\\s;]*|/Library/[^\\s;]*", "");
    return run(Files.writeString(home.resolve("jdk.sh"), script), javaHome, emptyPath());
  }

  private Found found(Path javaHome, String path) throws Exception {
    return run(FINDER, javaHome, path);
  }

  private Found run(Path finder, Path javaHome, String path) throws Exception {
    var command = "set -eu; . " + finder + "; printf %s \"$JAVA_HOME\"";
    var builder = new ProcessBuilder("/bin/sh", "-c", command);
    var environment = builder.environment();
    environment.clear();
    environment.putAll(
        Map.of("JAVA_HOME", javaHome.toString(), "HOME", home.toString(), "PATH", path));
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    var error = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Found(process.waitFor(), out, error);
  }

  /// The programs that the script uses, and no javac.
  private String emptyPath() throws IOException {
    var bin = Files.createDirectories(home.resolve("path"));
    for (var program : new String[] {"sed", "readlink"}) {
      executable(
          bin.resolve(program), "#!/bin/sh\nPATH=" + UTILITIES + " exec " + program + " \"$@\"\n");
    }
    return bin.toString();
  }

  private Path jdk(String name, int version) throws IOException {
    var folder = home.resolve(name);
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    executable(folder.resolve("bin/javac"), "#!/bin/sh\n");
    return folder;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
