package org.apricotdesk.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeepingMediaTest {
  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;

  @BeforeAll
  static void openTheDesk() {
    desk = new DeskFixture(db);
  }

  @Test
  void the_same_picture_twice_is_kept_once_and_comes_back_as_it_was() throws Exception {
    var first = (Media.Result.Kept) desk.media.store(PICTURE);
    var second = (Media.Result.Kept) desk.media.store(PICTURE);

    assertThat(second).isEqualTo(first);
    var item = desk.media.find(first.id()).orElseThrow();
    assertThat(item.type()).isEqualTo(MediaType.JPEG);
    assertThat(Files.readAllBytes(item.file())).isEqualTo(PICTURE);
  }

  @Test
  void what_could_run_in_a_browser_or_is_nothing_is_not_kept() {
    for (var text : List.of("<html><script>", "<svg onload=x>", "#!/bin/sh", "MZ"))
      assertThat(desk.media.store(text.getBytes(UTF_8)))
          .isEqualTo(new Media.Result.Refused(Media.Trouble.UNKNOWN_TYPE));
    assertThat(desk.media.store(new byte[0]))
        .isEqualTo(new Media.Result.Refused(Media.Trouble.EMPTY));
    assertThat(desk.media.store(new byte[Media.LARGEST + 1]))
        .isEqualTo(new Media.Result.Refused(Media.Trouble.TOO_LARGE));
  }

  @Test
  void a_note_with_a_picture_nobody_has_sent_is_refused() {
    var number = desk.wristband().number();
    var unknown = new AttachmentId("0".repeat(64));

    var answer = desk.tickets.handle(number, new Command.Note(SUN, "看图", false, List.of(unknown)));

    assertThat(answer).isInstanceOf(Decision.Refused.class);
    var kept = (Media.Result.Kept) desk.media.store(PICTURE);
    var noted = desk.tickets.handle(number, new Command.Note(SUN, "看图", false, List.of(kept.id())));
    assertThat(noted.ticket().report().attachments()).containsExactly(kept.id());
  }
}
