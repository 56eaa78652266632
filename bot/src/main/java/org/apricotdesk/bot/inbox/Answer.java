package org.apricotdesk.bot.inbox;

import io.vertx.core.json.JsonObject;
import org.apricotdesk.bot.wecom.Outgoing;

/// What is answered now, and what is kept of it for the platform's repeats.
record Answer(Outgoing outgoing, JsonObject stored) {}
