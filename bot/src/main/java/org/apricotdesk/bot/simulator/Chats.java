package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apricotdesk.config.time.AdjustableClock;

/// What stands in every chat. Whoever shows them is told when one changes.
final class Chats {
  private final AdjustableClock clock;
  private final Map<String, List<Message>> chats = new LinkedHashMap<>();
  private final List<Message> all = new ArrayList<>();
  private final List<Consumer<Collection<String>>> watchers = new CopyOnWriteArrayList<>();

  Chats(AdjustableClock clock) {
    this.clock = clock;
  }

  Message post(Sender from, List<String> into, Set<String> audience, JsonObject content) {
    var message =
        new Message(all.size() + 1L, from, clock.instant(), into, audience, content.copy());
    all.add(message);
    into.forEach(chat -> chats.computeIfAbsent(chat, _ -> new ArrayList<>()).add(message));
    changed(into);
    return message;
  }

  List<Message> of(String chat) {
    return List.copyOf(chats.getOrDefault(chat, List.of()));
  }

  boolean has(String chat) {
    return chats.containsKey(chat);
  }

  Optional<Message> find(String id) {
    return all.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  void changed(Message message) {
    changed(message.chats());
  }

  /// @return takes the watcher away again
  Runnable watch(Consumer<Collection<String>> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  void changed(Collection<String> keys) {
    watchers.forEach(watcher -> watcher.accept(keys));
  }
}
