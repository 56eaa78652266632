-- So that old rows that are settled are found without reading the whole table.
CREATE INDEX inbox_to_trim ON bot.inbox (received_at) WHERE state IN ('done', 'dead');
CREATE INDEX delivery_to_trim ON bot.delivery (settled_at) WHERE settled_at IS NOT NULL;
