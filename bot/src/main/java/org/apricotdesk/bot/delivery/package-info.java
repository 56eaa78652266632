/// What people are to be told, kept until WeCom has it.
///
/// [org.apricotdesk.bot.delivery.Deliveries] takes messages within a transaction;
/// [org.apricotdesk.bot.delivery.Sender] carries them out, within the platform's limits and in
// order.
@NullMarked
package org.apricotdesk.bot.delivery;

import org.jspecify.annotations.NullMarked;
