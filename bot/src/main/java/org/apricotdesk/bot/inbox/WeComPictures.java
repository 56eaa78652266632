package org.apricotdesk.bot.inbox;

import java.util.Optional;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Incoming.Media;
import org.apricotdesk.bot.wecom.client.WeComClient;
import org.apricotdesk.bot.wecom.client.WeComException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches pictures at once, since their addresses live for minutes only.
public final class WeComPictures implements Pictures {
  private static final Logger log = LoggerFactory.getLogger(WeComPictures.class);

  private final WeComClient client;
  private final org.apricotdesk.desk.ticket.Media kept;

  public WeComPictures(WeComClient client, org.apricotdesk.desk.ticket.Media kept) {
    this.client = client;
    this.kept = kept;
  }

  @Override
  public Optional<String> keep(Incoming.Via via, Media media) {
    try {
      return switch (kept.store(client.fetch(media))) {
        case org.apricotdesk.desk.ticket.Media.Result.Kept(var id, _) -> Optional.of(id.sha256());
        case org.apricotdesk.desk.ticket.Media.Result.Refused(var why) -> {
          log.info("a picture was not kept: {}", why);
          yield Optional.empty();
        }
      };
    } catch (WeComException failure) {
      log.warn("a picture could not be fetched: {}", failure.getMessage());
      return Optional.empty();
    }
  }
}
