package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.walk.Forger.Letter;
import org.apricotdesk.config.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real callbacks with some bytes changed, as long as time allows: `-Dapricot.fuzz.seconds=600`.
/// Nothing but the one honest message is ever kept. `true` is the application's callback.
@Tag("slow")
class FuzzTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private static final Duration EACH =
      Duration.ofSeconds(Integer.getInteger("apricot.fuzz.seconds", 15));
  private static final long SEED = 20_260_316;
  private static final String LITTER = "<>&\"'{}[]%\\\0\n=+/ 人\uffff0zZ";

  private final Random random = new Random(SEED);
  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
  }

  @AfterEach
  void close() {
    hospital.close();
  }

  /// What is changed outside the seal must be refused, or be the honest message still.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_was_changed_on_the_way_is_refused_or_is_what_it_was(boolean app) throws Exception {
    var forger = forger(app);
    var honest = forger.honest(forger.report("1"));
    assertThat(forger.post(honest).statusCode()).isEqualTo(200);
    var tried = 0;
    for (var end = end(); System.nanoTime() < end; tried++) {
      var letter = changed(honest);
      var answer = forger.post(letter);
      assertThat(answer.statusCode()).as("%s", letter).isNotIn(500, 502, 503);
      if (answer.statusCode() != 200) assertThat(answer.body()).as("%s", letter).isEmpty();
    }
    System.out.printf("%d changed requests%n", tried);
    assertThat(count("SELECT count(*) AS n FROM bot.inbox")).isEqualTo(1);
    assertThat(count("SELECT count(*) AS n FROM desk.ticket")).isEqualTo(1);
  }

  /// What is changed inside the seal may be another message, but never breaks anything.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatever_is_sealed_well_is_taken_or_refused_and_never_fails(boolean app) throws Exception {
    var forger = forger(app);
    var plain = forger.report("1");
    var tried = 0;
    for (var end = end(); System.nanoTime() < end; tried++) {
      var other =
          new String(changed(plain.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
      var answer = forger.post(forger.honest(other));
      assertThat(answer.statusCode()).as(other).isIn(200, 400);
    }
    System.out.printf("%d sealed messages%n", tried);
    assertThat(count("SELECT count(*) AS n FROM bot.inbox WHERE state <> 'done'")).isZero();
  }

  private static long end() {
    return System.nanoTime() + EACH.toNanos();
  }

  private Letter changed(Letter honest) {
    if (random.nextBoolean()) return honest.saying(changed(honest.body().getBytes()));
    var names = honest.query().keySet().toArray(String[]::new);
    var name = names[random.nextInt(names.length)];
    var value = changed(honest.query().get(name).getBytes(StandardCharsets.UTF_8));
    return honest.with(name, new String(value, StandardCharsets.UTF_8));
  }

  /// One to four changes: a bit, a character in or out, a piece twice, the end cut off.
  private byte[] changed(byte[] original) {
    var text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
    for (var changes = 1 + random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
      var at = random.nextInt(text.length());
      var litter = LITTER.charAt(random.nextInt(LITTER.length()));
      switch (random.nextInt(6)) {
        case 0 -> text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
        case 1 -> text.setCharAt(at, (char) (litter & 0xff));
        case 2 -> text.insert(at, (char) (litter & 0xff));
        case 3 -> text.deleteCharAt(at);
        case 4 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
        default -> text.setLength(random.nextInt(8) == 0 ? at : text.length());
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private Forger forger(boolean app) {
    return app
        ? Forger.toApp(hospital.addresses("/wecom/app")[0], hospital.sim.settings())
        : Forger.toRobot(hospital.addresses("/wecom/robot")[0], hospital.sim.settings());
  }

  private static long count(String sql) {
    return db.database().pool().query(sql).execute().await().iterator().next().getLong("n");
  }
}
