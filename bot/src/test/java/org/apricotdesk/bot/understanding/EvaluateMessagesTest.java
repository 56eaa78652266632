package org.apricotdesk.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apricotdesk.knowledge.evaluate.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateMessagesTest {
  @TempDir Path folder;

  @Test
  void each_message_gets_a_line_with_everything_understood() throws IOException {
    var queries = folder.resolve("queries.jsonl");
    Files.writeString(
        queries,
        """
        {"id":"Q1","text":"骨一12床王秀英的腕带打不出来","kind":"chitchat"}

        {"id":"Q2","text":"谢谢师傅"}
        """);
    var out = folder.resolve("out.jsonl");

    assertThat(EvaluateMessages.run(queries, out).messages()).isEqualTo(2);

    var lines = Files.readAllLines(out).stream().map(JsonObject::new).toList();
    var first = lines.getFirst();
    assertThat(first.fieldNames())
        .isEqualTo(
            Set.of("id", "kind", "category", "priority", "department", "phi", "answer", "ms"));
    assertThat(first.getString("kind")).isEqualTo("fault");
    assertThat(first.getString("category")).isEqualTo("printer.label.wristband");
    assertThat(first.getString("priority")).isEqualTo("P3");
    assertThat(first.getString("department")).isEqualTo("骨一");
    assertThat(first.getJsonArray("phi"))
        .isEqualTo(
            new JsonArray()
                .add(new JsonObject().put("type", "bed_no").put("text", "12床"))
                .add(new JsonObject().put("type", "patient_name").put("text", "王秀英")));
    assertThat(first.getJsonArray("answer")).isNotEmpty();
    assertThat(lines.getLast().getString("kind")).isEqualTo("chitchat");
    assertThat(lines.getLast().getValue("category")).isNull();
    assertThat(lines.getLast().getJsonArray("answer")).isEmpty();
  }

  @Test
  void a_line_that_cannot_be_read_is_named_and_nothing_is_written() throws IOException {
    var queries = folder.resolve("queries.jsonl");
    Files.writeString(queries, "{\"id\":\"Q1\",\"text\":\"你好\"}\n{\"id\":2}\n");
    var out = folder.resolve("out.jsonl");

    assertThatThrownBy(() -> EvaluateMessages.run(queries, out))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("queries.jsonl:2");
    assertThat(out).doesNotExist();
  }
}
